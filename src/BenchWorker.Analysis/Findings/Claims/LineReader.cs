namespace BenchWorker.Analysis;

/// <summary>Reads single rows and columns of a table.</summary>
internal sealed class LineReader(HeatmapTable table)
{
    private readonly Dictionary<(LineMeasure, Axis, int, int), double> known = [];
    private readonly Dictionary<int, IReadOnlyList<int>> completeColumns = [];
    private readonly Dictionary<int, double[]> bestByFacet = [];

    private TieKey Key => TieKey.For(table.Shown.Where(static value => !double.IsNaN(value)).Select(Math.Abs).DefaultIfEmpty(0).Max());

    public double Measure(LineMeasure measure, Axis axis, int facet, int index)
    {
        if (known.TryGetValue((measure, axis, facet, index), out double value))
            return value;
        return known[(measure, axis, facet, index)] = Compute(measure, axis, facet, index);
    }

    /// <summary>Position and value of every cell of the line that has one.</summary>
    public List<(int At, double Stored, double Shown)> Read(Axis axis, int facet, int index)
    {
        List<(int, double, double)> line = [];
        int length = axis == Axis.Row ? table.Columns.Count : table.Rows.Count;
        for (int at = 0; at < length; at++)
        {
            int cell = axis == Axis.Row ? table.Index(facet, index, at) : table.Index(facet, at, index);
            if (!double.IsNaN(table.Stored[cell]))
                line.Add((at, table.Stored[cell], table.Shown[cell]));
        }

        return line;
    }

    /// <summary>Columns in which every row that has any value has one.</summary>
    public IReadOnlyList<int> CompleteColumns(int facet)
    {
        if (completeColumns.TryGetValue(facet, out IReadOnlyList<int>? columns))
            return columns;
        double live = Enumerable.Range(0, table.Rows.Count).Count(row => Measure(LineMeasure.Count, Axis.Row, facet, row) > 0);
        return completeColumns[facet] =
            [.. Enumerable.Range(0, table.Columns.Count).Where(column => live > 0 && Measure(LineMeasure.Count, Axis.Column, facet, column) == live)];
    }

    /// <summary>How the rows of all facets are filled.</summary>
    public double Coverage(CoverageMeasure measure)
    {
        double[] counts =
        [
            .. from facet in Enumerable.Range(0, table.Facets.Count)
               from row in Enumerable.Range(0, table.Rows.Count)
               select Measure(LineMeasure.Count, Axis.Row, facet, row),
        ];
        return measure switch
        {
            CoverageMeasure.Lines => counts.Length,
            CoverageMeasure.Least => counts.Min(),
            CoverageMeasure.Most => counts.Max(),
            CoverageMeasure.Median => RegionReader.Median([.. counts.Order()]),
            CoverageMeasure.Complete => counts.Count(count => count == table.Columns.Count),
            _ => counts.Count(static count => count == 0),
        };
    }

    private double Compute(LineMeasure measure, Axis axis, int facet, int index)
    {
        List<(int At, double Stored, double Shown)> line = Read(axis, facet, index);
        if (measure == LineMeasure.Count)
            return line.Count;
        if (line.Count == 0)
            return double.NaN;
        return measure switch
        {
            LineMeasure.First => line[0].At,
            LineMeasure.Last => line[^1].At,
            LineMeasure.Mean => line.Average(static cell => cell.Stored),
            LineMeasure.CompleteMean => CompleteMean(line, facet),
            LineMeasure.Range => line.Max(static cell => cell.Shown) - line.Min(static cell => cell.Shown),
            LineMeasure.NetChange => line[^1].Shown - line[0].Shown,
            LineMeasure.Tau => MannKendall.Of([.. line.Select(static cell => cell.Stored)])?.TauB ?? double.NaN,
            LineMeasure.TrendP => MannKendall.Of([.. line.Select(static cell => cell.Stored)])?.P ?? double.NaN,
            LineMeasure.Slope => line.Count < 2 ? double.NaN
                : TheilSen.Slope([.. line.Select(static cell => (double)cell.At)], [.. line.Select(static cell => cell.Stored)]),
            LineMeasure.StepsUp => line.Zip(line.Skip(1)).Count(static step => step.Second.Shown > step.First.Shown),
            LineMeasure.LargestStep => line.Zip(line.Skip(1)).Where(static step => step.Second.At == step.First.At + 1)
                .Select(static step => Math.Abs(step.Second.Shown - step.First.Shown)).DefaultIfEmpty(double.NaN).Max(),
            LineMeasure.Wins => Wins(line, facet),
            LineMeasure.RowsNotBelow => RowsNotBelow(line, facet, index),
            LineMeasure.Beaten => line.Count(static cell => cell.Stored > Duels.Half),
            LineMeasure.AboveMean => line.Count(cell => Key.Compare(cell.Stored, Measure(LineMeasure.Mean, axis == Axis.Row ? Axis.Column : Axis.Row, facet, cell.At)) > 0),
            LineMeasure.Positive => line.Count(static cell => cell.Shown > 0),
            LineMeasure.Negative => line.Count(static cell => cell.Shown < 0),
            LineMeasure.Deviation => Deviation([.. line.Select(static cell => cell.Stored)]),
            LineMeasure.StepsDown => line.Zip(line.Skip(1)).Count(static step => step.Second.Shown < step.First.Shown),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private double Best(int facet, int column) =>
        Read(Axis.Column, facet, column).Max(cell => LowerIsBetter ? -cell.Shown : cell.Shown);

    private bool LowerIsBetter => table.Metric.Direction == Direction.LowerIsBetter;

    private double Wins(List<(int At, double Stored, double Shown)> line, int facet)
    {
        if (!bestByFacet.TryGetValue(facet, out double[]? best))
            bestByFacet[facet] = best = [.. Enumerable.Range(0, table.Columns.Count).Select(column => Measure(LineMeasure.Count, Axis.Column, facet, column) > 1 ? Best(facet, column) : double.NaN)];
        return line.Count(cell => (LowerIsBetter ? -cell.Shown : cell.Shown) == best[cell.At]);
    }

    private double RowsNotBelow(List<(int At, double Stored, double Shown)> line, int facet, int row)
    {
        Dictionary<int, double> own = line.ToDictionary(static cell => cell.At, cell => LowerIsBetter ? -cell.Shown : cell.Shown);
        int count = 0;
        for (int other = 0; other < table.Rows.Count; other++)
        {
            bool[] notBelow = other == row ? [] : [.. Read(Axis.Row, facet, other).Where(cell => own.ContainsKey(cell.At))
                .Select(cell => own[cell.At] >= (LowerIsBetter ? -cell.Shown : cell.Shown))];
            count += notBelow.Length > 0 && Array.TrueForAll(notBelow, static at => at) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Standard deviation with n - 1; NaN below two values.</summary>
    public static double Deviation(double[] values)
    {
        if (values.Length < 2)
            return double.NaN;
        double mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }

    private double CompleteMean(List<(int At, double Stored, double Shown)> line, int facet)
    {
        HashSet<int> complete = [.. CompleteColumns(facet)];
        return line.Where(cell => complete.Contains(cell.At)).Select(static cell => cell.Stored).DefaultIfEmpty(double.NaN).Average();
    }
}
