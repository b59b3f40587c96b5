using BenchWorker.Figures;

namespace BenchWorker.Site;

/// <summary>Panels of packed cells: a panel for each row of the figure's table, a cell for each column.</summary>
internal static class PackedFigures
{
    public static DrawnFigure Of(FigureRequest request)
    {
        (FigureDeclaration declaration, FigureTable table) = (request.Declaration, request.Table);
        PackedFigure figure = new()
        {
            Title = declaration.Title ?? request.Board.Title,
            Subtitle = declaration.Subtitle ?? $"{request.MetricTitle} of each {table.RowAxis.Field} by {table.ColumnAxis.Field}{FigureRequest.Said(request.Direction)}",
            Notes = [.. declaration.Notes, .. MatrixFigures.Hidden(table, "panel", "cell")],
            Panels = [.. table.Rows.Labels.Select((name, row) => new PackedPanel(name, [.. table.Columns.Labels.Select((code, column) => new PackedCell(code, table[0, row, column].Value))]))],
            PanelColumns = declaration.PanelsAcross,
            Better = MatrixFigures.Towards(request.Direction),
            Format = declaration.Format,
            Tooltips = declaration.Tooltips,
            NoDataLabel = declaration.NoData ?? "no data",
            WidthPx = declaration.WidthPx ?? 800,
            MaxWidthPx = declaration.MaxWidthPx ?? Math.Max(1600, declaration.WidthPx ?? 0),
            Scale = ColourSpecs.Of(declaration.Colour, request.Metric, request.MetricTitle),
        };
        return new DrawnFigure(figure, FigureValues.Of(declaration with { Panels = null }, table), SummaryTables.OfScores(request, figure.Title));
    }
}
