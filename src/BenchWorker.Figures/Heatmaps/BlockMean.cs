namespace BenchWorker.Figures;

/// <summary>Makes a matrix smaller than the canvas allows drawable: each cell becomes the mean of a block of cells.</summary>
internal static class BlockMean
{
    /// <summary>Groups and trees do not survive; labels are those of each block's first row and column.</summary>
    public static MatrixRequest Reduce(MatrixRequest request, int rows, int columns) => request with
    {
        Panels = [.. request.Panels.Select(panel => Reduce(panel, rows, columns))],
        Block = (rows, columns),
        Sides = new SideColumns([]),
    };

    private static ArrangedPanel Reduce(ArrangedPanel panel, int rows, int columns)
    {
        int fromColumns = panel.Columns.Count;
        int toRows = (panel.Rows.Count + rows - 1) / rows, toColumns = (fromColumns + columns - 1) / columns;
        double[] sums = new double[toRows * toColumns];
        int[] counts = new int[sums.Length], drawn = new int[sums.Length];
        for (int cell = 0; cell < panel.CellCount; cell++)
        {
            int block = (cell / fromColumns / rows * toColumns) + (cell % fromColumns / columns);
            drawn[block] += panel.IsDrawn(cell) ? 1 : 0;
            // A running mean: sums of huge values would not stay finite.
            if (panel.HasData(cell))
                sums[block] += (panel.Shades[cell] / ++counts[block]) - (sums[block] / counts[block]);
        }
        double[] means = [.. sums.Select((mean, block) => counts[block] == 0 ? double.NaN : mean)];
        ArrangedPanel reduced = panel with
        {
            Source = new MatrixPanel([], [], new double[0, 0]) { Title = panel.Source.Title },
            Rows = [.. panel.Rows.Where((_, row) => row % rows == 0)],
            Columns = [.. panel.Columns.Where((_, column) => column % columns == 0)],
            Values = means,
            RowTree = null,
            ColumnTree = null,
            Masked = panel.Masked is null ? null : [.. drawn.Select(static cells => cells == 0)],
        };
        return reduced.Coloured(panel.Scale!, means);
    }
}
