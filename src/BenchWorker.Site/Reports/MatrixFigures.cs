using System.Globalization;
using BenchWorker.Analysis;
using BenchWorker.Figures;

namespace BenchWorker.Site;

/// <summary>A declared matrix figure and its cells, as the figure library takes them.</summary>
internal static class MatrixFigures
{
    public static DrawnFigure Of(FigureRequest request)
    {
        (FigureDeclaration declaration, FigureTable table) = (request.Declaration, request.Table);
        bool shared = declaration.Panels?.SharedScale ?? true;
        MatrixFigure figure = Styled(declaration, new MatrixFigure
        {
            Title = declaration.Title ?? request.Board.Title,
            Subtitle = declaration.Subtitle ?? Subtitle(request),
            Notes = [.. declaration.Notes, .. Hidden(table)],
            RowAxis = table.RowAxis.Field,
            ColumnAxis = table.ColumnAxis.Field,
            Panels = [.. Enumerable.Range(0, table.Panels.Count).Select(panel => Panel(table, panel, declaration.Uncertainty))],
            SharedScale = shared,
            RowOrder = Order(table.RowAxis, request.Board),
            ColumnOrder = Order(table.ColumnAxis, request.Board),
            Best = declaration.Best ?? BestEntity(table, request.Board),
            Scale = ColourSpecs.Of(declaration.Colour, shared ? request.Metric : null, request.MetricTitle),
        });
        return new DrawnFigure(figure, FigureValues.Of(declaration, table), SummaryTables.OfScores(request, figure.Title));
    }

    /// <summary>What every kind of matrix takes over from its declaration.</summary>
    public static MatrixFigure Styled(FigureDeclaration declaration, MatrixFigure figure) => figure with
    {
        PanelColumns = declaration.PanelsAcross,
        Annotate = declaration.Annotate,
        Format = declaration.Format ?? figure.Format,
        FormatsByLabel = declaration.FormatsByLabel,
        Blocks = declaration.Blocks,
        Shown = declaration.Triangle,
        HidesDiagonal = figure.HidesDiagonal || !declaration.Diagonal,
        RowSummaries = declaration.Side,
        ColumnLabels = declaration.ColumnLabels,
        Tooltips = declaration.Tooltips,
        NoDataLabel = declaration.NoData ?? figure.NoDataLabel,
        WidthPx = declaration.WidthPx ?? figure.WidthPx,
        MaxWidthPx = declaration.MaxWidthPx ?? Math.Max(figure.MaxWidthPx, declaration.WidthPx ?? 0),
    };

    public static MatrixPanel Panel(FigureTable table, int panel, Uncertainty uncertainty)
    {
        (int rows, int columns) = (table.Rows.Labels.Count, table.Columns.Labels.Count);
        double[,] values = new double[rows, columns], errors = new double[rows, columns];
        var widths = new Dictionary<long, double>();
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                Cell cell = table[panel, i, j];
                (values[i, j], errors[i, j]) = (cell.Value, (uncertainty is Uncertainty.Interval ? Width(cell.DegreesOfFreedom) : 1) * (cell.StandardError ?? double.NaN));
            }
        }

        return new MatrixPanel(table.Rows.Labels, table.Columns.Labels, values)
        {
            Title = table.Panels[panel].Length == 0 ? null : table.Panels[panel],
            Errors = uncertainty is Uncertainty.None ? null : errors,
            RowGroups = Groups(table.Rows),
            ColumnGroups = Groups(table.Columns),
            Better = table.Directions.Count == 0 ? [Better.Neither] : [.. table.Directions.Select(Towards)],
        };

        // Cells of one table share a few degrees of freedom, and a quantile of t takes a search.
        double Width(long? degreesOfFreedom)
        {
            if (degreesOfFreedom is not { } df)
                return Normal.Z95;
            if (!widths.TryGetValue(df, out double width))
                widths[df] = width = IntervalWidth.Of(df);
            return width;
        }
    }

    public static Better Towards(Direction direction) => direction switch
    {
        Direction.HigherIsBetter => Better.Higher,
        Direction.LowerIsBetter => Better.Lower,
        _ => Better.Neither,
    };

    /// <summary>Entities in order of mean stand in the leaderboard's order already.</summary>
    public static MatrixOrder Order(AxisDeclaration axis, Board board) => axis.Order switch
    {
        AxisOrder.Cluster => MatrixOrder.Cluster,
        AxisOrder.Mean when axis.Field != board.Entity => MatrixOrder.Mean,
        _ => MatrixOrder.Given,
    };

    /// <summary>What an axis that shows only its first labels must say.</summary>
    public static IEnumerable<string> Hidden(FigureTable table, string rows = "row", string columns = "column") =>
        new[] { Hidden(table.Rows, rows), Hidden(table.Columns, columns) }.OfType<string>();

    public static string? Hidden(AxisLabels axis, string what) => axis.Hidden == 0
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"The first {Plural.Count(axis.Labels.Count, what)} of {axis.Labels.Count + axis.Hidden}.");

    /// <summary>What is compared with what is the entity; along any other axis the best says nothing.</summary>
    private static BestMark BestEntity(FigureTable table, Board board) =>
        table.RowAxis.Field == board.Entity && table.Rows.Labels.Count > 1 ? BestMark.PerColumn
        : table.ColumnAxis.Field == board.Entity && table.Columns.Labels.Count > 1 ? BestMark.PerRow
        : BestMark.None;

    private static string Subtitle(FigureRequest request)
    {
        FigureTable table = request.Table;
        string panels = request.Declaration.Panels is { Field: var field } ? $", one panel a {field}" : "";
        return $"{request.MetricTitle} by {table.RowAxis.Field} and {table.ColumnAxis.Field}{panels}{FigureRequest.Said(request.Direction)}";
    }

    private static IReadOnlyList<AxisGroup> Groups(AxisLabels axis) => axis.Groups.Count > 1 || axis.Groups is [{ Title: not null }] ? axis.Groups : [];
}
