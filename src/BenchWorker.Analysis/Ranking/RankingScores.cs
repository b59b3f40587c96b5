namespace BenchWorker.Analysis;

/// <summary>One score per model by a ranking's published definition.</summary>
/// <param name="Values">Higher is better for every method, so mean ranks are negated; NaN where a model has none.</param>
/// <param name="StandardErrors">One per model in the printed unit, tasks taken as a sample; NaN where unknown. Null where the method has none.</param>
/// <param name="Notes">What a reader must know of this ranking, as sentences.</param>
public sealed record RankingScores(double[] Values, double[]? StandardErrors, IReadOnlyList<string> Notes)
{
    /// <param name="weights">One per task, for means; the other methods do not weigh.</param>
    /// <param name="groups">One per task: the mean is then that over groups of the means within them.</param>
    public static RankingScores Of(
        RankingMethod method, MissingPolicy missing, ScoreMatrix scores, IReadOnlyList<double>? weights = null, IReadOnlyList<string>? groups = null)
    {
        if (method == RankingMethod.Mean)
            return MeanScores(missing, scores, weights, groups);
        if (method == RankingMethod.AdjustedMean)
            return new(Means.By(MissingPolicy.Additive, scores), null, []);
        if (method == RankingMethod.MeanRankWorst || (method == RankingMethod.MeanRank && missing == MissingPolicy.ImputeWorst))
            return new(Negated(MeanRankMissingWorst(scores)), null, []);
        ScoreMatrix prepared = Prepared(missing, scores, out _);
        RankingScores found = method switch
        {
            RankingMethod.MeanRank => new(Negated(TaskRanks.Of(prepared).MeanRank()), null, []),
            RankingMethod.MeanRankScaled => new(Negated(TaskRanks.Of(prepared).ScaledMeanRank()), null, []),
            RankingMethod.Borda => new(TaskRanks.Of(prepared).Borda(), null, []),
            RankingMethod.MeanWinRate => new(TaskRanks.Of(prepared).MeanWinRate(), null, []),
            RankingMethod.Copeland => new(PairWins.On(prepared).Copeland(), null, []),
            RankingMethod.Kemeny => KemenyPlaces(prepared),
            _ => BradleyTerryScores(prepared),
        };
        return missing == MissingPolicy.Null ? found with { Values = WhereComplete(found.Values, scores) } : found;
    }

    private static RankingScores MeanScores(MissingPolicy missing, ScoreMatrix scores, IReadOnlyList<double>? weights, IReadOnlyList<string>? groups)
    {
        ScoreMatrix prepared = Prepared(missing, scores, out int[] tasks);
        double[] values = groups is null ? Means.By(missing, scores, weights) : GroupedMean.Of(scores, groups, missing).Mean;
        return new(values, MacroMean.SampledTasksErrors(prepared, weights is null ? null : [.. tasks.Select(task => weights[task])]), []);
    }

    /// <summary>Minus the place in the one order; nobody has one where there are too many for an exact order.</summary>
    private static RankingScores KemenyPlaces(ScoreMatrix scores)
    {
        int[] live = Live(scores);
        if (live.Length > Kemeny.MaxModels)
        {
            return new([.. Enumerable.Repeat(double.NaN, scores.Models)], null,
                [$"An exact Kemeny order is for at most {Kemeny.MaxModels}; {live.Length} have a score here, so nobody is placed by it."]);
        }

        double[] places = new double[live.Length];
        IReadOnlyList<int> order = Kemeny.Of(PairWins.On(scores.OfModels(live))).Order;
        for (int k = 0; k < order.Count; k++)
            places[order[k]] = -(k + 1);
        return new(Scatter(live, places, scores.Models), null, ["Where several orders overrule equally few wins, the first by name is shown."]);
    }

    /// <summary>The scores that a policy leaves to rank on.</summary>
    /// <param name="tasks">Which tasks they are, as indices into the given scores.</param>
    internal static ScoreMatrix Prepared(MissingPolicy missing, ScoreMatrix scores, out int[] tasks)
    {
        tasks = missing == MissingPolicy.CompleteTasks ? scores.CompleteTasks() : [.. Enumerable.Range(0, scores.Tasks)];
        return missing switch
        {
            MissingPolicy.CompleteTasks => scores.OnTasks(tasks),
            MissingPolicy.ImputeWorst => Means.WorstImputed(scores),
            _ => scores,
        };
    }

    private static double[] WhereComplete(double[] values, ScoreMatrix scores)
    {
        int[] present = scores.TasksPerModel();
        return [.. values.Select((value, i) => present[i] == scores.Tasks ? value : double.NaN)];
    }

    private static double[] MeanRankMissingWorst(ScoreMatrix scores)
    {
        int[] live = Live(scores);
        return Scatter(live, TaskRanks.Of(scores.OfModels(live)).MeanRankMissingWorst(), scores.Models);
    }

    private static int[] Live(ScoreMatrix scores)
    {
        int[] present = scores.TasksPerModel();
        return [.. Enumerable.Range(0, scores.Models).Where(i => present[i] > 0)];
    }

    private static RankingScores BradleyTerryScores(ScoreMatrix scores)
    {
        int[] live = Live(scores);
        ScoreMatrix present = scores.OfModels(live);
        PairWins wins = PairWins.On(present);
        BradleyTerry? exact = BradleyTerry.Fit(wins);
        BradleyTerry fit = exact ?? BradleyTerry.FitRidge(wins);
        double[]? errors = exact is null || live.Length < 2 ? null : BradleyTerryCovariance.TaskClustered(exact, present);
        string[] notes = exact is null && live.Length > 0
            ? [$"Some models never lost to others, so the likelihood has no finite optimum; ratings are those of a fit with ridge penalty {BradleyTerry.Ridge.ToString(System.Globalization.CultureInfo.InvariantCulture)}."]
            : [];
        return new(Scatter(live, fit.Elo, scores.Models), errors is null ? null : Scatter(live, errors, scores.Models), notes);
    }

    private static double[] Scatter(int[] places, IReadOnlyList<double> values, int length)
    {
        double[] all = new double[length];
        Array.Fill(all, double.NaN);
        for (int k = 0; k < places.Length; k++)
            all[places[k]] = values[k];
        return all;
    }

    private static double[] Negated(double[] values) => [.. values.Select(static value => -value)];
}
