namespace BenchWorker.Analysis;

/// <summary>The values of one row or column, gaps left out.</summary>
/// <param name="Indices">Ascending positions along the line.</param>
/// <param name="Stored">Values as stored, same length.</param>
/// <param name="Shown">Values as displayed, same length.</param>
internal sealed record LineSeries(int[] Indices, double[] Stored, double[] Shown)
{
    private readonly Lazy<double> slope = new(() => TheilSen.Slope([.. Indices.Select(static index => (double)index)], Stored));

    public int Count => Indices.Length;

    public double Mean => Count == 0 ? double.NaN : Sum(Stored) / Count;

    public double Min => Shown.Min();

    public double Max => Shown.Max();

    /// <summary>Theil and Sen's change per step; at least two values.</summary>
    public double Slope => slope.Value;

    public static LineSeries OfRow(HeatmapTable table, int facet, int row) =>
        Of(table, table.Index(facet, row, 0), 1, table.Columns.Count);

    public static LineSeries OfColumn(HeatmapTable table, int facet, int column) =>
        Of(table, table.Index(facet, 0, column), table.Columns.Count, table.Rows.Count);

    private static LineSeries Of(HeatmapTable table, int start, int step, int length)
    {
        int count = 0;
        for (int i = 0, at = start; i < length; i++, at += step)
            count += double.IsNaN(table.Stored[at]) ? 0 : 1;
        LineSeries series = new(new int[count], new double[count], new double[count]);
        for (int i = 0, at = start, to = 0; i < length; i++, at += step)
        {
            if (double.IsNaN(table.Stored[at]))
                continue;
            (series.Indices[to], series.Stored[to], series.Shown[to]) = (i, table.Stored[at], table.Shown[at]);
            to++;
        }

        return series;
    }

    private static double Sum(double[] values)
    {
        double sum = 0;
        foreach (double value in values)
            sum += value;
        return sum;
    }
}
