using System.Collections.Frozen;

namespace BenchWorker.Analysis;

/// <summary>All rows of one board as one consistent read saw them.</summary>
/// <param name="Results">In the source's order; nothing downstream depends on it.</param>
/// <param name="DataAsOf">When the newest row was stored; null when there is no row.</param>
public sealed record ResultSnapshot(IReadOnlyList<Result> Results, DateTimeOffset? DataAsOf)
{
    /// <summary>What the source says of its metrics; empty where it says nothing.</summary>
    public IReadOnlyList<MetricScale> Metrics { get; init; } = [];

    /// <summary>What the source says of its tasks; a task that is not here has no group and weight 1.</summary>
    public IReadOnlyList<TaskWeight> Tasks { get; init; } = [];

    /// <summary>Runs that were declared invalid, with the reason; their rows may still be among the results.</summary>
    public IReadOnlyDictionary<string, string> Quarantine { get; init; } = FrozenDictionary<string, string>.Empty;
}
