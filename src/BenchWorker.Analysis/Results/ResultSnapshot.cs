namespace BenchWorker.Analysis;

/// <summary>All rows of one board as one consistent read saw them.</summary>
/// <param name="Results">In the source's order; nothing downstream depends on it.</param>
/// <param name="DataAsOf">When the newest row was stored; null when there is no row.</param>
public sealed record ResultSnapshot(IReadOnlyList<Result> Results, DateTimeOffset? DataAsOf);
