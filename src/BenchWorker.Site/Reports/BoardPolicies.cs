using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>What a board and its source decided, as the analysis takes it.</summary>
internal static class BoardPolicies
{
    /// <param name="metric">The board's own words about its metric before the source's.</param>
    public static ScoreTableRules Rules(Board board, ResultSnapshot snapshot, MetricScale metric) => new()
    {
        Entity = board.Entity,
        Columns = board.Columns,
        Runs = board.Runs,
        PinnedRuns = board.PinnedRuns,
        ClusterField = board.ClusterField,
        Quarantine = snapshot.Quarantine,
        Scales = Named([.. snapshot.Metrics.Select(static scale => (scale.Name, scale)), (metric.Name, metric)]),
        Groups = Named(
        [
            .. snapshot.Tasks.Where(static task => task.Group is not null).Select(static task => (task.Name, task.Group ?? "")),
            .. board.Groups.SelectMany(static group => group.Value.Select(column => (column, group.Key))),
        ]),
        Weights = Named([.. snapshot.Tasks.Select(static task => (task.Name, task.Weight)), .. board.Weights.Select(static weight => (weight.Key, weight.Value))]),
    };

    public static RankingPolicy Ranking(Board board, RankingMethod method) => new(method)
    {
        Missing = board.Missing ?? MissingPolicy.Exclude,
        MinCoverage = board.MinCoverage ?? 0,
        Mean = board.Mean,
        Scale = board.Normalize,
        Pairs = board.Pairs,
    };

    /// <summary>The board with the rankings that its results choose where it names none, and why those.</summary>
    public static (Board Board, string? Reason) Ranked(Board board, ScoreTable table, IReadOnlyList<Result> results)
    {
        if (board.Ranking.Count > 0)
            return (board, null);
        bool oneScale = board.Normalize != ScoreScale.Raw
            || results.Where(static row => row.Direction != Direction.Unknown).Select(static row => row.Metric).Distinct(StringComparer.Ordinal).Take(2).Count() < 2;
        bool meansAreDeclared = board.Missing is not null || board.Mean != MeanKind.Weighted || board.Weights.Count > 0 || board.Groups.Count > 0;
        if (oneScale && meansAreDeclared)
            return (board with { Ranking = [RankingMethod.Mean] }, null);
        RankingChoice choice = RankingChoice.For(table, oneScale, board.MinCoverage);
        return (board with { Ranking = choice.Methods, MinCoverage = choice.MinCoverage }, choice.Reason);
    }

    /// <summary>The last word on a name stands.</summary>
    private static Dictionary<string, T> Named<T>(IEnumerable<(string Name, T Word)> words)
    {
        var named = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach ((string name, T word) in words)
            named[name] = word;
        return named;
    }
}
