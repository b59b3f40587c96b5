namespace BenchWorker.Analysis;

/// <summary>What runs along the axes and which way is better.</summary>
internal static class AxesSection
{
    public static IEnumerable<string> Lines(HeatmapTable table)
    {
        string line = $"Rows: {Axis(table.Rows)}. Columns: {Axis(table.Columns)}.";
        if (table.Facets.Count > 1)
            line += $" Panels: {LabelText.Markdown(table.Facets.Name)}.";
        yield return line;
        string unit = table.Metric.Unit is { Length: > 0 } text ? " " + LabelText.Markdown(text) : "";
        string guess = table.Metric.Chance is { } chance ? $"guessing scores {Show(table, chance)}" : "";
        if (table.Metric is { Lower: { } low, Upper: { } high })
            yield return $"{LabelText.Markdown(table.Metric.Name)} can run from {Show(table, low)} to {Show(table, high)}{unit}{(guess.Length > 0 ? "; " + guess : "")}.";
        else if (guess.Length > 0)
            yield return $"Of {LabelText.Markdown(table.Metric.Name)}, {guess}.";
    }

    public static string Complete(HeatmapTable table) => Array.TrueForAll(table.Stored, double.IsNaN) ? "" : "Every cell has a value.";

    private static string Axis(HeatmapAxis axis) => LabelText.Markdown(axis.Name) + (axis.Ordered ? " (ordered)" : "");

    private static string Show(HeatmapTable table, double value) => DisplayNumber.Format(value, table.Decimals);
}
