using System.Globalization;
using BenchWorker.Analysis;
using BenchWorker.Figures;

namespace BenchWorker.Site;

/// <summary>One declared figure, drawn for both themes and checked.</summary>
internal static class FigureDrawing
{
    /// <param name="warnings">Gets what the figure's own check has to say.</param>
    public static BoardFigure Draw(
        Board board, FigureDeclaration declaration, FigureTable table, MetricScale metric, int index, FontSet fonts, List<string> warnings)
    {
        Figure figure = MatrixFigures.From(declaration, table, board, metric);
        Scene light = FigureComposer.Compose(figure, Theme.Light, fonts);
        Scene dark = FigureComposer.Compose(figure, Theme.Dark, fonts);
        warnings.AddRange(SceneCheck.Check(light).Select(fault => $"Figure {index + 1}: {fault}"));
        string slug = string.Create(CultureInfo.InvariantCulture, $"figure-{index + 1}");
        return new BoardFigure(slug, figure.Title, light, dark, Values(declaration, table));
    }

    /// <summary>What the figure shows, one row a cell, in reading order.</summary>
    private static IReadOnlyList<IReadOnlyList<string>> Values(FigureDeclaration declaration, FigureTable table)
    {
        List<IReadOnlyList<string>> rows = [];
        string[] panelHeader = declaration.Panels is { Field: var field } ? [field] : [];
        rows.Add([.. panelHeader, table.RowAxis.Field, table.ColumnAxis.Field, "value", "stderr", "n", "runs", "missing"]);
        for (int p = 0; p < table.Panels.Count; p++)
        {
            string[] panel = declaration.Panels is null ? [] : [table.Panels[p]];
            for (int i = 0; i < table.Rows.Labels.Count; i++)
            {
                for (int j = 0; j < table.Columns.Labels.Count; j++)
                    rows.Add([.. panel, table.Rows.Labels[i], table.Columns.Labels[j], .. Entries(table[p, i, j])]);
            }
        }

        return rows;
    }

    private static string[] Entries(Cell cell) =>
    [
        cell.HasValue ? cell.Value.ToString("R", CultureInfo.InvariantCulture) : "",
        cell.StandardError?.ToString("R", CultureInfo.InvariantCulture) ?? "",
        cell.SampleCount?.ToString(CultureInfo.InvariantCulture) ?? "",
        cell.RunCount.ToString(CultureInfo.InvariantCulture),
        cell.Missing is { } reason ? reason.ToString() : "",
    ];
}
