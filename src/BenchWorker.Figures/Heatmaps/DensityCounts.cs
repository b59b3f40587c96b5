namespace BenchWorker.Figures;

/// <summary>The pairs of one panel: how many in each cell, and who is ahead how often.</summary>
/// <param name="Cells">Cells[column, row]; rows grow upwards.</param>
/// <param name="Outside">Pairs with a value outside the domain, counted at the edge.</param>
internal sealed record DensityCounts(int[,] Cells, int Pairs, int XAhead, int Ties, int YAhead, int Outside)
{
    public static DensityCounts Of(DensityPanel panel, DensityGrid grid, Better better)
    {
        int[,] cells = new int[grid.Columns, grid.Rows];
        (int pairs, int ahead, int ties, int outside) = (0, 0, 0, 0);
        for (int i = 0; i < panel.X.Count; i++)
        {
            (double x, double y) = (panel.X[i], panel.Y[i]);
            if (!double.IsFinite(x) || !double.IsFinite(y))
                continue;
            (int column, int row) = grid.CellOf(x, y);
            cells[column, row]++;
            pairs++;
            ahead += (better is Better.Lower ? x < y : x > y) ? 1 : 0;
            ties += x == y ? 1 : 0;
            outside += grid.Bins.IsOutside(x) || grid.Bins.IsOutside(y) ? 1 : 0;
        }
        return new DensityCounts(cells, pairs, ahead, ties, pairs - ahead - ties, outside);
    }

    public IEnumerable<double> Filled() => Cells.Cast<int>().Where(static count => count > 0).Select(static count => (double)count);

    /// <summary>Who is ahead how often, in per cent of the pairs.</summary>
    public string Shares(Better better)
    {
        if (Pairs == 0)
            return "no pairs";
        return $"{(better is Better.Neither ? "higher" : "ahead")}: x {Percent(XAhead)}, tie {Percent(Ties)}, y {Percent(YAhead)}";
    }

    private string Percent(int count) => new NumberFormat(0).Write(100.0 * count / Pairs) + " %";
}
