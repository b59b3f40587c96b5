namespace BenchWorker.Analysis;

/// <summary>Reads regions of a table cell by cell.</summary>
internal sealed class RegionReader(HeatmapTable table)
{
    /// <summary>Displayed values; NaN where missing; in facet, row, column order.</summary>
    public ReadOnlySpan<double> Shown(Region region) => Read(table.Shown, region);

    /// <summary>Stored values, the same way.</summary>
    public ReadOnlySpan<double> Stored(Region region) => Read(table.Stored, region);

    public double Measure(Region region, RegionMeasure measure) => measure switch
    {
        RegionMeasure.Count => Present(Shown(region)).Length,
        RegionMeasure.Missing => Shown(region).Length - Present(Shown(region)).Length,
        RegionMeasure.Min => Present(Shown(region)) is { Length: > 0 } shown ? shown.Min() : double.NaN,
        RegionMeasure.Max => Present(Shown(region)) is { Length: > 0 } shown ? shown.Max() : double.NaN,
        RegionMeasure.Range => Measure(region, RegionMeasure.Max) - Measure(region, RegionMeasure.Min),
        RegionMeasure.Mean => Present(Stored(region)) is { Length: > 0 } stored ? stored.Average() : double.NaN,
        _ => Median([.. Present(Stored(region)).Order()]),
    };

    /// <summary>Displayed values that compare so with the bound.</summary>
    public double CountWhere(Region region, TieKey key, Comparison comparison, double bound)
    {
        double at = key.Of(bound);
        int count = 0;
        foreach (double value in Shown(region))
            count += !double.IsNaN(value) && TieKey.Fits(key.Of(value).CompareTo(at), comparison) ? 1 : 0;
        return double.IsNaN(bound) ? 0 : count;
    }

    public static double Median(double[] sorted) =>
        sorted.Length == 0 ? double.NaN : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;

    private static double[] Present(ReadOnlySpan<double> values)
    {
        List<double> present = new(values.Length);
        foreach (double value in values)
        {
            if (!double.IsNaN(value))
                present.Add(value);
        }

        return [.. present];
    }

    /// <summary>Whole facets lie together; of anything less the cells are picked one by one.</summary>
    private ReadOnlySpan<double> Read(double[] values, Region region) => region switch
    {
        { Facets: null, Rows: null, Columns: null } => values,
        { Facets: [var facet], Rows: null, Columns: null } => values.AsSpan(table.Index(facet, 0, 0), table.Rows.Count * table.Columns.Count),
        _ => Pick(values, region),
    };

    private double[] Pick(double[] values, Region region)
    {
        IReadOnlyList<int> facets = region.Facets ?? [.. Enumerable.Range(0, table.Facets.Count)];
        IReadOnlyList<int> rows = region.Rows ?? [.. Enumerable.Range(0, table.Rows.Count)];
        IReadOnlyList<int> columns = region.Columns ?? [.. Enumerable.Range(0, table.Columns.Count)];
        double[] picked = new double[facets.Count * rows.Count * columns.Count];
        int at = 0;
        foreach (int facet in facets)
        {
            foreach (int row in rows)
            {
                foreach (int column in columns)
                    picked[at++] = values[table.Index(facet, row, column)];
            }
        }

        return picked;
    }
}
