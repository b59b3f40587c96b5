namespace BenchWorker.Figures;

/// <summary>Which cells hold the best value of their column or row, and which cannot be told from it.</summary>
internal readonly struct BestCells
{
    private readonly bool[]? best;
    private readonly bool[]? near;

    private BestCells(bool[] best, bool[] near) => (this.best, this.near) = (best, near);

    public bool IsBest(int cell) => best is not null && best[cell];

    /// <summary>Not the best, but its interval overlaps that of a best cell.</summary>
    public bool IsNearBest(int cell) => near is not null && near[cell];

    public static BestCells Of(ArrangedPanel panel, BestMark mark)
    {
        if (mark is BestMark.None)
            return default;
        var cells = new BestCells(new bool[panel.CellCount], new bool[panel.CellCount]);
        (int rows, int columns) = (panel.Rows.Count, panel.Columns.Count);
        for (int line = 0; line < (mark is BestMark.PerColumn ? columns : rows); line++)
        {
            int[] along = mark is BestMark.PerColumn
                ? [.. Enumerable.Range(0, rows).Select(row => (row * columns) + line)]
                : [.. Enumerable.Range(0, columns).Select(column => (line * columns) + column)];
            cells.Mark(panel, [.. along.Where(panel.HasData)]);
        }
        return cells;
    }

    private void Mark(ArrangedPanel panel, int[] cells)
    {
        int columns = panel.Columns.Count;
        Better[] directions = [.. cells.Select(cell => panel.Source.BetterIn(panel.ColumnOrder[cell % columns])).Distinct()];
        if (directions.Length != 1 || directions[0] is Better.Neither)
            return;
        double sign = directions[0] is Better.Lower ? -1 : 1;
        double top = cells.Max(cell => sign * panel.Values[cell]);
        int[] leaders = [.. cells.Where(cell => sign * panel.Values[cell] == top)];
        // Where all are alike none stands out.
        if (leaders.Length == cells.Length && cells.Length > 1)
            return;
        foreach (int cell in leaders)
            best![cell] = true;
        double reach = top - leaders.Max(cell => Half(panel, cell));
        foreach (int cell in cells.Except(leaders))
            near![cell] = (sign * panel.Values[cell]) + Half(panel, cell) >= reach;
    }

    private static double Half(ArrangedPanel panel, int cell) =>
        panel.ErrorOf(cell / panel.Columns.Count, cell % panel.Columns.Count) is var half && double.IsFinite(half) ? half : double.NegativeInfinity;
}
