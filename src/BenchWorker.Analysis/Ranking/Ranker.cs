namespace BenchWorker.Analysis;

/// <summary>A score table to a leaderboard: by one method, under one missing policy, for entities with enough coverage.</summary>
public static class Ranker
{
    /// <param name="seed">Of every random draw; printed beside the intervals.</param>
    /// <exception cref="ArgumentOutOfRangeException">The coverage is not in [0, 1].</exception>
    public static Leaderboard Rank(ScoreTable table, RankingPolicy policy, ulong seed)
    {
        if (!(policy.MinCoverage >= 0 && policy.MinCoverage <= 1))
            throw new ArgumentOutOfRangeException(nameof(policy), policy.MinCoverage, "A coverage is in [0, 1].");
        List<string> notes = [];
        ScoreMatrix scores = policy.Averages ? ScaledScores.Of(table, policy.Scale, notes) : ScoreMatrix.Of(table);
        RankingScores ranking = Score(table, policy, scores, notes, out double[] weights);
        TableCoverage[] coverage = TableCoverage.Of(table);
        string?[] reasons = Eligibility.Reasons(scores, ranking.Values, coverage, policy.MinCoverage);
        int?[] ranks = Ranks.Competition([.. ranking.Values.Select((value, i) => reasons[i] is null ? value : double.NaN)]);
        RankIntervals intervals = RankIntervals.Of(policy.Method, policy.Missing, scores, ranks, weights, seed);
        bool negate = IsPlace(policy.Method) || (policy.Averages && policy.Scale == ScoreScale.Raw && LowerIsBetterThroughout(table));
        bool plain = policy is { Method: RankingMethod.Mean, Scale: ScoreScale.Raw } && policy.Mean != MeanKind.Grouped;
        double?[] sampling = plain ? SamplingErrors(table, scores, policy.Missing, weights) : new double?[scores.Models];
        Standing[] standings = [.. table.Entities.Select((entity, i) => new Standing
        {
            Entity = entity,
            Rank = ranks[i],
            Interval = intervals.Ranges[i],
            Score = Finite(negate ? -ranking.Values[i] : ranking.Values[i]),
            StandardError = Finite(ranking.StandardErrors?[i] ?? double.NaN),
            SamplingError = sampling[i],
            Present = coverage[i].Present,
            Columns = coverage[i].Columns,
            NotRanked = reasons[i],
        }).OrderBy(static one => one.Rank ?? int.MaxValue).ThenBy(static one => one.Entity, StringComparer.Ordinal)];
        return new Leaderboard
        {
            Method = policy.Method,
            Missing = policy.Method == RankingMethod.AdjustedMean ? MissingPolicy.Additive : policy.Missing,
            MinCoverage = policy.MinCoverage,
            Mean = policy.Method == RankingMethod.Mean ? policy.Mean : null,
            Scale = policy.Averages ? policy.Scale : null,
            Seed = seed,
            Intervals = intervals.Kind,
            Test = intervals.Kind == IntervalKind.HolmRankSet ? RankIntervals.TestFor(policy.Method) : null,
            Pairs = RankedPairs.Of(policy, scores, table.Entities, Ordered(ranks, table.Entities), weights, seed),
            Notes = [.. notes, .. ranking.Notes],
            Standings = standings,
        };
    }

    /// <summary>By one method under one missing policy, all else as <see cref="RankingPolicy"/> has it.</summary>
    public static Leaderboard Rank(ScoreTable table, RankingMethod method, MissingPolicy missing, double minCoverage, ulong seed) =>
        Rank(table, new RankingPolicy(method) { Missing = missing, MinCoverage = minCoverage }, seed);

    private static RankingScores Score(ScoreTable table, RankingPolicy policy, ScoreMatrix scores, List<string> notes, out double[] weights)
    {
        if (policy.Method != RankingMethod.Mean)
        {
            weights = [.. Enumerable.Repeat(1.0, scores.Tasks)];
            return RankingScores.Of(policy.Method, policy.Missing, scores);
        }

        if (ColumnWeights.Of(table, policy.Mean) is { } found)
        {
            weights = found;
            return RankingScores.Of(policy.Method, policy.Missing, scores, weights, policy.Mean == MeanKind.Grouped ? ColumnWeights.Groups(table) : null);
        }

        weights = new double[scores.Tasks];
        notes.Add("The micro mean weighs columns by their number of samples, which is not known of every column here, so nobody is ranked by it.");
        return new([.. Enumerable.Repeat(double.NaN, scores.Models)], null, []);
    }

    /// <summary>Whether the smaller of two printed scores is the better one.</summary>
    /// <param name="direction">Of all columns; unknown where they differ.</param>
    public static bool LowerIsFirst(RankingMethod method, Direction direction) =>
        IsPlace(method) || (method is RankingMethod.Mean or RankingMethod.AdjustedMean && direction == Direction.LowerIsBetter);

    private static bool IsPlace(RankingMethod method) =>
        method is RankingMethod.MeanRank or RankingMethod.MeanRankScaled or RankingMethod.MeanRankWorst or RankingMethod.Kemeny;

    private static bool LowerIsBetterThroughout(ScoreTable table) =>
        table.Columns.Where(static column => column.Counts).All(static column => column.Direction == Direction.LowerIsBetter);

    /// <summary>The ranked in order of the leaderboard.</summary>
    private static int[] Ordered(int?[] ranks, IReadOnlyList<string> entities) =>
        [.. Enumerable.Range(0, ranks.Length).Where(i => ranks[i] is not null).OrderBy(i => ranks[i]).ThenBy(i => entities[i], StringComparer.Ordinal)];

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    /// <summary>sqrt(sum (w SE)^2) / sum w over the columns that the mean is over; null where an error is unknown.</summary>
    private static double?[] SamplingErrors(ScoreTable table, ScoreMatrix scores, MissingPolicy missing, double[] weights)
    {
        if (missing is MissingPolicy.Additive or MissingPolicy.ImputeWorst)
            return new double?[table.Entities.Count];
        int[] counting = [.. Enumerable.Range(0, table.Columns.Count).Where(j => table.Columns[j].Counts)];
        int[] used = missing == MissingPolicy.CompleteTasks ? scores.CompleteTasks() : [.. Enumerable.Range(0, counting.Length)];
        // Asked first, since most tables know no error at all.
        return [.. Enumerable.Range(0, table.Entities.Count).Select(i => used.Any(k => scores.Has(i, k) && table[i, counting[k]].StandardError is null)
            ? null
            : MacroMean.FixedTasksError([.. used.Where(k => scores.Has(i, k)).Select(k => (weights[k], table[i, counting[k]].StandardError))]))];
    }
}
