using static System.FormattableString;

namespace BenchWorker.Figures;

/// <summary>What a matrix figure must say of how it was drawn.</summary>
internal static class MatrixNotes
{
    public static IReadOnlyList<string> Of(MatrixPlan plan, CellText? text, IReadOnlyList<ArrangedPanel> panels) =>
        [.. new[] { Scales(plan), Standardized(plan.Request.Figure, panels), Best(plan, text, panels), Rows(plan), Columns(plan), Numbers(plan, text), Blocks(plan), Empty(panels) }.OfType<string>()];

    public static string? Rows(MatrixPlan plan) => Labels("row", "rows", plan.Metrics.RowLabels.Stride, plan.Metrics.NumbersRows);

    public static string? Columns(MatrixPlan plan) => Labels("column", "columns", plan.Metrics.ColumnLabels.Stride, plan.Metrics.NumbersColumns);

    private static string? Labels(string one, string many, int stride, bool numbered) =>
        numbered ? $"The {many} are numbered: there is no room for their names."
        : stride > 1 ? Invariant($"Every {Ordinal(stride)} {one} is labelled.") : null;

    public static string? Numbers(MatrixPlan plan, CellText? text) =>
        plan.Request.Figure.Annotate && text is null && plan.Request.CellCount > 0 ? "Cells are too small for numbers." : null;

    private static string? Scales(MatrixPlan plan) =>
        !plan.Request.Figure.SharedScale && plan.Request.Panels.Count > 1 ? "Colour scales differ between panels." : null;

    private static string? Best(MatrixPlan plan, CellText? text, IReadOnlyList<ArrangedPanel> panels)
    {
        MatrixFigure figure = plan.Request.Figure;
        if (figure.Best is BestMark.None || !CellPainter.Outlines(plan) || panels.All(static panel => panel.Source.Better.All(static better => better is Better.Neither)))
            return null;
        string along = figure.Best is BestMark.PerColumn ? "column" : "row";
        string overlap = panels.Any(static panel => panel.Source.Errors is not null) ? "; dots: interval overlaps the best one's" : "";
        return $"{(text is null ? "Outlined" : "Bold, outlined")}: best of its {along}{(text is null ? "" : overlap)}.";
    }

    private static string? Standardized(MatrixFigure figure, IReadOnlyList<ArrangedPanel> panels)
    {
        double? reach = figure.Scale.Standardize is Standardization.ZScore { Population: null } ? PanelShades.Standardize(figure, panels).Reach : null;
        return StandardizationNote.Of(figure.Scale.Standardize, reach, "in the same place of all panels", PanelShades.TurnsLowerColumns(figure));
    }

    private static string? Blocks(MatrixPlan plan) =>
        plan.Request.Block is (1, 1) ? null : Invariant($"Each pixel is the {Summary(plan.Request.Figure.Blocks)} of {plan.Request.Block.Rows} x {plan.Request.Block.Columns} cells.");

    private static string Summary(BlockSummary blocks) => blocks switch
    {
        BlockSummary.Max => "highest",
        BlockSummary.Min => "lowest",
        _ => "mean",
    };

    private static string? Empty(IReadOnlyList<ArrangedPanel> panels) =>
        panels.All(static panel => panel.CellCount == 0) ? Invariant($"Nothing to show: {panels[0].Rows.Count} rows x {panels[0].Columns.Count} columns.") : null;

    internal static string Ordinal(int number) => number switch
    {
        2 => "2nd",
        3 => "3rd",
        _ => Invariant($"{number}th"),
    };
}
