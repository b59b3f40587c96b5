namespace BenchWorker.Analysis;

/// <summary>What runs along the axes and which way is better.</summary>
internal static class AxesSection
{
    public static IEnumerable<string> Lines(HeatmapTable table)
    {
        string line = $"Rows: {Axis(table.Rows)}. Columns: {Axis(table.Columns)}.";
        if (table.Facets.Count > 1)
            line += $" Panels: {LabelText.List([.. table.Facets.Labels.Select(LabelText.Markdown)])}.";
        yield return line;
        if (table.Metric is { Lower: { } low, Upper: { } high })
            yield return $"The scale of {LabelText.Markdown(table.Metric.Name)} runs from {Show(table, low)} to {Show(table, high)}.";
        if (table.Metric.Chance is { } chance)
            yield return $"Guessing scores {Show(table, chance)}.";
    }

    public static string Complete(HeatmapTable table) => Array.TrueForAll(table.Stored, double.IsNaN) ? "" : "Every cell has a value.";

    private static string Axis(HeatmapAxis axis) => LabelText.Markdown(axis.Name) + (axis.Ordered ? " (ordered)" : "");

    private static string Show(HeatmapTable table, double value) => DisplayNumber.Format(value, table.Decimals);
}
