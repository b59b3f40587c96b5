namespace BenchWorker.Analysis;

/// <summary>How the numbers came about, with the constants that were used.</summary>
internal static class MethodsSection
{
    public static IReadOnlyList<string> Lines(HeatmapTable table, IReadOnlyList<Finding> stated) =>
        ["Every number above is computed from the table shown. The text states what the data contain; it does not state causes."];
}
