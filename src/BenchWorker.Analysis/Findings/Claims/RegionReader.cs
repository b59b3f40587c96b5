namespace BenchWorker.Analysis;

/// <summary>Reads regions of a table cell by cell.</summary>
internal sealed class RegionReader(HeatmapTable table)
{
    /// <summary>Displayed values; NaN where missing; in facet, row, column order.</summary>
    public IEnumerable<double> Shown(Region region) => Indices(region).Select(i => table.Shown[i]);

    /// <summary>Stored values, the same way.</summary>
    public IEnumerable<double> Stored(Region region) => Indices(region).Select(i => table.Stored[i]);

    public double Measure(Region region, RegionMeasure measure) => measure switch
    {
        RegionMeasure.Count => Shown(region).Count(static value => !double.IsNaN(value)),
        RegionMeasure.Missing => Shown(region).Count(double.IsNaN),
        RegionMeasure.Min => Present(Shown(region)).DefaultIfEmpty(double.NaN).Min(),
        RegionMeasure.Max => Present(Shown(region)).DefaultIfEmpty(double.NaN).Max(),
        RegionMeasure.Range => Measure(region, RegionMeasure.Max) - Measure(region, RegionMeasure.Min),
        RegionMeasure.Mean => Present(Stored(region)).DefaultIfEmpty(double.NaN).Average(),
        _ => Median([.. Present(Stored(region)).Order()]),
    };

    public double CountWhere(Region region, TieKey key, Comparison comparison, double bound) =>
        Shown(region).Count(value => key.Holds(value, comparison, bound));

    public static double Median(double[] sorted) =>
        sorted.Length == 0 ? double.NaN : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;

    private static IEnumerable<double> Present(IEnumerable<double> values) => values.Where(static value => !double.IsNaN(value));

    private IEnumerable<int> Indices(Region region)
    {
        if (region is { Facets: null, Rows: null, Columns: null })
            return Enumerable.Range(0, table.Stored.Length);
        return from facet in region.Facets ?? [.. Enumerable.Range(0, table.Facets.Count)]
               from row in region.Rows ?? [.. Enumerable.Range(0, table.Rows.Count)]
               from column in region.Columns ?? [.. Enumerable.Range(0, table.Columns.Count)]
               select table.Index(facet, row, column);
    }
}
