using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>What runs along the axes of a figure's table, once the board has said what the declaration leaves open.</summary>
/// <param name="ColumnFields">The result columns that name a column together: one where the figure declares it, else all by which the board scores.</param>
internal sealed record FigureAxes(AxisDeclaration Rows, AxisDeclaration Columns, PanelDeclaration? Panels, IReadOnlyList<string> ColumnFields)
{
    /// <param name="rules">The board's.</param>
    public static FigureAxes Of(FigureDeclaration figure, ScoreTableRules rules)
    {
        if (figure.Kind is FigureKind.Packed)
            return Packed(figure, rules);
        AxisDeclaration rows = figure.Rows ?? new AxisDeclaration(rules.Entity, Order: AxisOrder.Mean);
        AxisDeclaration? declared = figure.Kind is FigureKind.RankHistory ? null : figure.Columns;
        return Of(rows, declared, figure.Panels, rules);
    }

    /// <summary>A column that nobody declared shows what the board scores by, as far as rows and panels do not show it already.</summary>
    private static FigureAxes Of(AxisDeclaration rows, AxisDeclaration? declared, PanelDeclaration? panels, ScoreTableRules rules)
    {
        string[] left = [.. rules.Columns.Where(field => field != rows.Field && field != panels?.Field)];
        string[] fields = declared is not null ? [declared.Field] : left.Length > 0 ? left : ["task"];
        return new FigureAxes(rows, declared ?? new AxisDeclaration(string.Join(" / ", fields)), panels, fields);
    }

    /// <summary>The panels of a packed figure are the rows of its table, its cells the columns.</summary>
    private static FigureAxes Packed(FigureDeclaration figure, ScoreTableRules rules)
    {
        string panels = figure.Panels?.Field ?? rules.Entity;
        AxisDeclaration rows = new(panels, Order: AxisOrder.Mean) { Labels = figure.Panels?.Labels ?? [], Top = figure.Panels?.Top };
        return Of(rows, figure.Cell, null, rules);
    }
}
