namespace BenchWorker.Analysis;

/// <summary>Reads what came with the cells about their precision.</summary>
internal sealed class PrecisionReader(HeatmapTable table)
{
    public double Measure(PrecisionMeasure measure, CellAddress cell) => measure switch
    {
        PrecisionMeasure.StandardError => At(table.StandardErrors, cell),
        PrecisionMeasure.RunSpread => At(table.RunSpreads, cell),
        PrecisionMeasure.Runs => table.RunCounts?[table.Index(cell.Facet, cell.Row, cell.Column)] ?? double.NaN,
        PrecisionMeasure.LargestError => Present(table.StandardErrors).DefaultIfEmpty(double.NaN).Max(),
        PrecisionMeasure.FewestRuns => Runs().DefaultIfEmpty(double.NaN).Min(),
        _ => Runs().DefaultIfEmpty(double.NaN).Max(),
    };

    private double At(double[]? values, CellAddress cell) => values?[table.Index(cell.Facet, cell.Row, cell.Column)] ?? double.NaN;

    private IEnumerable<double> Present(double[]? values) =>
        (values ?? []).Zip(table.Stored).Where(static pair => !double.IsNaN(pair.First) && !double.IsNaN(pair.Second)).Select(static pair => pair.First);

    private IEnumerable<double> Runs() =>
        (table.RunCounts ?? []).Zip(table.Stored).Where(static pair => pair.First > 0 && !double.IsNaN(pair.Second)).Select(static pair => (double)pair.First);
}
