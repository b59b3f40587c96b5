namespace BenchWorker.Analysis;

/// <summary>A score table to a leaderboard: by one method, under one missing policy, for entities with enough coverage.</summary>
public static class Ranker
{
    /// <param name="minCoverage">Share of the live columns an entity needs to be ranked, in [0, 1].</param>
    /// <param name="seed">Of every random draw; printed beside the intervals.</param>
    /// <exception cref="ArgumentOutOfRangeException">The coverage is not in [0, 1].</exception>
    public static Leaderboard Rank(ScoreTable table, RankingMethod method, MissingPolicy missing, double minCoverage, ulong seed)
    {
        if (!(minCoverage >= 0 && minCoverage <= 1))
            throw new ArgumentOutOfRangeException(nameof(minCoverage), minCoverage, "A coverage is in [0, 1].");
        ScoreMatrix scores = ScoreMatrix.Of(table);
        double[] weights = [.. table.Columns.Where(static column => column.Counts).Select(static column => column.Weight)];
        RankingScores ranking = RankingScores.Of(method, missing, scores, weights);
        TableCoverage[] coverage = TableCoverage.Of(table);
        string?[] reasons = Eligibility.Reasons(scores, ranking.Values, coverage, minCoverage);
        int?[] ranks = Ranks.Competition([.. ranking.Values.Select((value, i) => reasons[i] is null ? value : double.NaN)]);
        RankIntervals intervals = RankIntervals.Of(method, missing, scores, ranks, weights, seed);
        bool negate = method == RankingMethod.MeanRank
            || (method is RankingMethod.Mean or RankingMethod.AdjustedMean && LowerIsBetterThroughout(table));
        double?[] sampling = method == RankingMethod.Mean ? SamplingErrors(table, missing) : new double?[scores.Models];
        IEnumerable<Standing> standings = table.Entities.Select((entity, i) => new Standing
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
        });
        return new Leaderboard
        {
            Method = method,
            Missing = method == RankingMethod.AdjustedMean ? MissingPolicy.Additive : missing,
            MinCoverage = minCoverage,
            Seed = seed,
            Intervals = intervals.Kind,
            Notes = ranking.Notes,
            Standings = [.. standings.OrderBy(static one => one.Rank ?? int.MaxValue).ThenBy(static one => one.Entity, StringComparer.Ordinal)],
        };
    }

    private static bool LowerIsBetterThroughout(ScoreTable table) =>
        table.Columns.Where(static column => column.Counts).All(static column => column.Direction == Direction.LowerIsBetter);

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    /// <summary>sqrt(sum (w SE)^2) / sum w over the columns that the mean is over; null where an error is unknown.</summary>
    private static double?[] SamplingErrors(ScoreTable table, MissingPolicy missing)
    {
        if (missing is MissingPolicy.Additive or MissingPolicy.ImputeWorst)
            return new double?[table.Entities.Count];
        ScoreMatrix scores = ScoreMatrix.Of(table);
        int[] counting = [.. Enumerable.Range(0, table.Columns.Count).Where(j => table.Columns[j].Counts)];
        int[] used = missing == MissingPolicy.CompleteTasks ? scores.CompleteTasks() : [.. Enumerable.Range(0, counting.Length)];
        return [.. Enumerable.Range(0, table.Entities.Count).Select(i => MacroMean.FixedTasksError(
            [.. used.Where(k => scores.Has(i, k)).Select(k => (table.Columns[counting[k]].Weight, table[i, counting[k]].StandardError))]))];
    }
}
