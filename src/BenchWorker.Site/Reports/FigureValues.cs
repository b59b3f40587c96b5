using System.Globalization;
using BenchWorker.Analysis;
using BenchWorker.Figures;

namespace BenchWorker.Site;

/// <summary>What figures show, as long tables: header first, then one row a cell in reading order. Rows are written when
/// they are read: kept as text they would be the larger part of a board in memory.</summary>
internal static class FigureValues
{
    public static string Number(double value) => double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "";

    /// <summary>The cells of a figure's table with their uncertainty, or why they are missing.</summary>
    public static IEnumerable<IReadOnlyList<string>> Of(FigureDeclaration declaration, FigureTable table)
    {
        string[] panelHeader = declaration.Panels is { Field: var field } && table.Panels is not [""] ? [field] : [];
        yield return [.. panelHeader, table.RowAxis.Field, table.ColumnAxis.Field, "value", "stderr", "n", "runs", "missing"];
        for (int p = 0; p < table.Panels.Count; p++)
        {
            string? panel = panelHeader.Length == 0 ? null : table.Panels[p];
            for (int i = 0; i < table.Rows.Labels.Count; i++)
            {
                for (int j = 0; j < table.Columns.Labels.Count; j++)
                    yield return Row(panel, table.Rows.Labels[i], table.Columns.Labels[j], table[p, i, j]);
            }
        }
    }

    /// <summary>The cells of a derived matrix.</summary>
    /// <param name="header">Names of row, column and value.</param>
    public static IEnumerable<IReadOnlyList<string>> Of(MatrixPanel panel, string[] header)
    {
        yield return header;
        for (int i = 0; i < panel.Rows.Count; i++)
        {
            for (int j = 0; j < panel.Columns.Count; j++)
                yield return [panel.Rows[i], panel.Columns[j], Number(panel.Values[i, j])];
        }
    }

    /// <summary>One array a row: there are as many as cells, and they are written more than once.</summary>
    private static string[] Row(string? panel, string row, string column, Cell cell)
    {
        string value = cell.HasValue ? Number(cell.Value) : "";
        string error = cell.StandardError is { } known ? Number(known) : "";
        string samples = cell.SampleCount?.ToString(CultureInfo.InvariantCulture) ?? "";
        string runs = cell.RunCount.ToString(CultureInfo.InvariantCulture);
        string missing = cell.Missing is { } reason ? reason.ToString() : "";
        return panel is null ? [row, column, value, error, samples, runs, missing] : [panel, row, column, value, error, samples, runs, missing];
    }
}
