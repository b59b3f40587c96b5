namespace BenchWorker.Analysis;

/// <summary>Reads single rows and columns of a table.</summary>
internal sealed class LineReader(HeatmapTable table)
{
    private readonly Dictionary<(LineMeasure, Axis, int, int), double> known = [];
    private readonly Dictionary<int, IReadOnlyList<int>> completeColumns = [];

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
            LineMeasure.StepsDown => line.Zip(line.Skip(1)).Count(static step => step.Second.Shown < step.First.Shown),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private double CompleteMean(List<(int At, double Stored, double Shown)> line, int facet)
    {
        HashSet<int> complete = [.. CompleteColumns(facet)];
        return line.Where(cell => complete.Contains(cell.At)).Select(static cell => cell.Stored).DefaultIfEmpty(double.NaN).Average();
    }
}
