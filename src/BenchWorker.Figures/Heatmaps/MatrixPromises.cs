namespace BenchWorker.Figures;

/// <summary>How many labels and texts a matrix figure was asked for.</summary>
internal static class MatrixPromises
{
    public static IReadOnlyList<LabelPromise> Of(MatrixPlan plan, CellText? text) =>
    [
        new LabelPromise(TextRole.RowLabel, Named(plan).Sum(static panel => panel.Rows.Count), MatrixNotes.Rows(plan)),
        new LabelPromise(TextRole.ColumnLabel, plan.Request.Panels.Sum(static panel => panel.Columns.Count), MatrixNotes.Columns(plan)),
        new LabelPromise(TextRole.Cell, plan.Request.Figure.Annotate ? plan.Request.Panels.Sum(Filled) : 0, MatrixNotes.Numbers(plan, text)),
    ];

    private static IEnumerable<ArrangedPanel> Named(MatrixPlan plan) => plan.Request.Panels.Where((_, p) => plan.Places[p].NamesRows);

    private static int Filled(ArrangedPanel panel)
    {
        int filled = 0;
        for (int cell = 0; cell < panel.CellCount; cell++)
            filled += panel.HasData(cell) ? 1 : 0;
        return filled;
    }
}
