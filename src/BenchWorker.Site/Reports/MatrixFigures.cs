using BenchWorker.Analysis;
using BenchWorker.Figures;

namespace BenchWorker.Site;

/// <summary>A declared matrix figure and its cells, as the figure library takes them.</summary>
internal static class MatrixFigures
{
    public static MatrixFigure From(FigureDeclaration declaration, FigureTable table, Board board, MetricScale metric) => new()
    {
        Title = declaration.Title ?? board.Title,
        Subtitle = Subtitle(declaration, table, metric),
        RowAxis = table.RowAxis.Field,
        ColumnAxis = table.ColumnAxis.Field,
        Panels = [.. Enumerable.Range(0, table.Panels.Count).Select(panel => Panel(table, panel))],
        SharedScale = declaration.Panels?.SharedScale ?? true,
        RowOrder = Order(table.RowAxis, board),
        ColumnOrder = Order(table.ColumnAxis, board),
        Annotate = declaration.Annotate,
        Decimals = declaration.Decimals,
        Best = declaration.Panels is null && table.Rows.Labels.Count > 1 ? BestMark.PerColumn : BestMark.None,
        Scale = new ColourScaleSpec
        {
            Map = declaration.Colormap is { } name ? Colormap.Parse(name) : null,
            Limits = Limits(declaration, metric),
            Standardize = declaration.StandardizeLimit is { } limit ? new Standardization.ZScore(Across.Column, limit) : Standardization.Off,
            Title = metric.Unit is { } unit ? $"{metric.Name} ({unit})" : metric.Name,
        },
    };

    private static string Subtitle(FigureDeclaration declaration, FigureTable table, MetricScale metric)
    {
        Direction[] directions = [.. table.Directions.Distinct()];
        string better = directions is [Direction.HigherIsBetter] ? ", higher is better"
            : directions is [Direction.LowerIsBetter] ? ", lower is better" : "";
        string panels = declaration.Panels is { Field: var field } ? $", one panel a {field}" : "";
        return $"{metric.Name}{(metric.Unit is { } unit ? $" ({unit})" : "")} by {table.RowAxis.Field} and {table.ColumnAxis.Field}{panels}{better}";
    }

    private static MatrixPanel Panel(FigureTable table, int panel)
    {
        double[,] values = new double[table.Rows.Labels.Count, table.Columns.Labels.Count];
        for (int i = 0; i < table.Rows.Labels.Count; i++)
        {
            for (int j = 0; j < table.Columns.Labels.Count; j++)
                values[i, j] = table[panel, i, j].Value;
        }

        return new MatrixPanel(table.Rows.Labels, table.Columns.Labels, values)
        {
            Title = table.Panels[panel].Length == 0 ? null : table.Panels[panel],
            RowGroups = Groups(table.Rows),
            ColumnGroups = Groups(table.Columns),
            Better = table.Directions.Count == 0 ? [Better.Neither] : [.. table.Directions.Select(Towards)],
        };
    }

    private static IReadOnlyList<AxisGroup> Groups(AxisLabels axis) =>
        axis.Groups.Count > 1 ? [.. axis.Groups.Select(static count => new AxisGroup(null, count))] : [];

    private static Better Towards(Direction direction) => direction switch
    {
        Direction.HigherIsBetter => Better.Higher,
        Direction.LowerIsBetter => Better.Lower,
        _ => Better.Neither,
    };

    /// <summary>Entities in order of mean stand in the leaderboard's order already.</summary>
    private static MatrixOrder Order(AxisDeclaration axis, Board board) => axis.Order switch
    {
        AxisOrder.Cluster => MatrixOrder.Cluster,
        AxisOrder.Mean when axis.Field != board.Entity => MatrixOrder.Mean,
        _ => MatrixOrder.Given,
    };

    private static ScaleLimits Limits(FigureDeclaration declaration, MetricScale metric)
    {
        bool shared = declaration.Panels?.SharedScale ?? true;
        double? min = declaration.Min ?? (shared ? metric.Min : null);
        double? max = declaration.Max ?? (shared ? metric.Max : null);
        return min is null && max is null ? ScaleLimits.FromData : new ScaleLimits.Declared(min, max);
    }
}
