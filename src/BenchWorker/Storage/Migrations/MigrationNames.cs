namespace BenchWorker;

/// <summary>What the migrations are called in <c>bench.migration</c>, known without loading EF Core.</summary>
internal static class MigrationNames
{
    public const string Results = "001_results";
    public const string Refreshes = "002_refreshes";
    public const string Cells = "003_cells";
    public const string Watches = "004_watches";

    /// <summary>Oldest first.</summary>
    public static IReadOnlyList<string> All { get; } = [Results, Refreshes, Cells, Watches];
}
