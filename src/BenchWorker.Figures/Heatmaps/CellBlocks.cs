namespace BenchWorker.Figures;

/// <summary>Makes a matrix of more cells than the canvas has pixels drawable: each pixel sums up a block of cells.</summary>
internal static class CellBlocks
{
    /// <summary>Groups and trees do not survive; labels are those of each block's first row and column.</summary>
    public static MatrixRequest Reduce(MatrixRequest request, int rows, int columns) => request with
    {
        Panels = [.. request.Panels.Select(panel => Reduce(panel, rows, columns, request.Figure.Blocks))],
        Block = (rows, columns),
        Sides = new SideColumns([]),
    };

    private static ArrangedPanel Reduce(ArrangedPanel panel, int rows, int columns, BlockSummary summary)
    {
        int fromColumns = panel.Columns.Count;
        int toRows = (panel.Rows.Count + rows - 1) / rows, toColumns = (fromColumns + columns - 1) / columns;
        double[] found = new double[toRows * toColumns];
        int[] counts = new int[found.Length], drawn = new int[found.Length];
        for (int cell = 0; cell < panel.CellCount; cell++)
        {
            int block = (cell / fromColumns / rows * toColumns) + (cell % fromColumns / columns);
            drawn[block] += panel.IsDrawn(cell) ? 1 : 0;
            if (panel.HasData(cell))
                found[block] = With(panel.Shades[cell], found[block], ++counts[block], summary);
        }
        double[] shades = [.. found.Select((shade, block) => counts[block] == 0 ? double.NaN : shade)];
        ArrangedPanel reduced = panel with
        {
            Source = new MatrixPanel([], [], new double[0, 0]) { Title = panel.Source.Title },
            Rows = [.. panel.Rows.Where((_, row) => row % rows == 0)],
            Columns = [.. panel.Columns.Where((_, column) => column % columns == 0)],
            Values = shades,
            RowTree = null,
            ColumnTree = null,
            Masked = panel.Masked is null ? null : [.. drawn.Select(static cells => cells == 0)],
        };
        return reduced.Coloured(panel.Scale!, shades);
    }

    /// <summary>What a block holds once its next cell has been seen.</summary>
    /// <param name="count">Cells seen, this one included.</param>
    private static double With(double shade, double before, int count, BlockSummary summary) => summary switch
    {
        _ when count == 1 => shade,
        BlockSummary.Max => Math.Max(before, shade),
        BlockSummary.Min => Math.Min(before, shade),
        // A running mean: sums of huge values would not stay finite.
        _ => before + (shade / count) - (before / count),
    };
}
