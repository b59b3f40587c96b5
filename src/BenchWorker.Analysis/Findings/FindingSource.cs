namespace BenchWorker.Analysis;

/// <summary>Everything that may be said of a table, none of it verified yet: <see cref="FindingEngine.Find"/>.</summary>
/// <remarks>Given by hand where it is to be seen that what does not come out of the table is not published.</remarks>
public delegate IReadOnlyList<Finding> FindingSource(HeatmapTable table);
