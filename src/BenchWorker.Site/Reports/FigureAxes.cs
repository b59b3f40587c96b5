using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>What runs along the axes of a figure's table, once the board has said what the declaration leaves open.</summary>
internal sealed record FigureAxes(AxisDeclaration Rows, AxisDeclaration Columns, PanelDeclaration? Panels)
{
    /// <param name="rules">The board's.</param>
    public static FigureAxes Of(FigureDeclaration figure, ScoreTableRules rules)
    {
        AxisDeclaration rows = figure.Rows ?? new AxisDeclaration(rules.Entity, Order: AxisOrder.Mean);
        if (figure.Kind is FigureKind.Packed)
            return Packed(figure, rules);
        AxisDeclaration? declared = figure.Kind is FigureKind.RankHistory ? null : figure.Columns;
        return new FigureAxes(rows, declared ?? new AxisDeclaration(rules.Columns.FirstOrDefault(field => field != rows.Field) ?? "task"), figure.Panels);
    }

    /// <summary>The panels of a packed figure are the rows of its table, its cells the columns.</summary>
    private static FigureAxes Packed(FigureDeclaration figure, ScoreTableRules rules)
    {
        string panels = figure.Panels?.Field ?? rules.Entity;
        AxisDeclaration rows = new(panels, Order: AxisOrder.Mean) { Labels = figure.Panels?.Labels ?? [], Top = figure.Panels?.Top };
        return new FigureAxes(rows, figure.Cell ?? new AxisDeclaration(rules.Columns.FirstOrDefault(field => field != panels) ?? "task"), null);
    }
}
