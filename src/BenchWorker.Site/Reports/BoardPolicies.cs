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
        Missing = board.Missing,
        MinCoverage = board.MinCoverage,
        Mean = board.Mean,
        Scale = board.Normalize,
    };

    /// <summary>The last word on a name stands.</summary>
    private static Dictionary<string, T> Named<T>(IEnumerable<(string Name, T Word)> words)
    {
        var named = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach ((string name, T word) in words)
            named[name] = word;
        return named;
    }
}
