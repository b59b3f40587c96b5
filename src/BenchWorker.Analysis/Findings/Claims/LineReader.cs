namespace BenchWorker.Analysis;

/// <summary>Reads single rows and columns of a table.</summary>
internal sealed class LineReader(HeatmapTable table)
{
    private readonly Dictionary<(LineMeasure, Axis, int, int), double> known = [];
    private readonly Dictionary<int, IReadOnlyList<int>> completeColumns = [];
    private readonly Dictionary<int, double[]> bestByFacet = [];
    private readonly Dictionary<(Axis, int, int), MannKendall?> trends = [];
    private readonly Lazy<TieKey> key = new(() => TieKey.For(table.Shown.Where(static value => !double.IsNaN(value)).Select(Math.Abs).DefaultIfEmpty(0).Max()));

    public double Measure(LineMeasure measure, Axis axis, int facet, int index)
    {
        if (known.TryGetValue((measure, axis, facet, index), out double value))
            return value;
        return known[(measure, axis, facet, index)] = Compute(measure, axis, facet, index);
    }

    /// <summary>Position and value of every cell of the line that has one.</summary>
    public List<(int At, double Stored, double Shown)> Read(Axis axis, int facet, int index)
    {
        int length = axis == Axis.Row ? table.Columns.Count : table.Rows.Count;
        List<(int, double, double)> line = new(length);
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
        if (measure == LineMeasure.Count)
            return Count(axis, facet, index);
        List<(int At, double Stored, double Shown)> line = Read(axis, facet, index);
        if (line.Count == 0)
            return double.NaN;
        return measure switch
        {
            LineMeasure.First => line[0].At,
            LineMeasure.Last => line[^1].At,
            LineMeasure.Mean => line.Average(static cell => cell.Stored),
            LineMeasure.CompleteMean => CompleteMean(facet, index),
            LineMeasure.Range => line.Max(static cell => cell.Shown) - line.Min(static cell => cell.Shown),
            LineMeasure.NetChange => line[^1].Shown - line[0].Shown,
            LineMeasure.Tau => Trend(axis, facet, index, line)?.TauB ?? double.NaN,
            LineMeasure.TrendP => Trend(axis, facet, index, line)?.P ?? double.NaN,
            LineMeasure.Slope => line.Count < 2 ? double.NaN
                : TheilSen.Slope([.. line.Select(static cell => (double)cell.At)], [.. line.Select(static cell => cell.Stored)]),
            LineMeasure.StepsUp => line.Zip(line.Skip(1)).Count(static step => step.Second.Shown > step.First.Shown),
            LineMeasure.LargestStep => line.Zip(line.Skip(1)).Where(static step => step.Second.At == step.First.At + 1)
                .Select(static step => Math.Abs(step.Second.Shown - step.First.Shown)).DefaultIfEmpty(double.NaN).Max(),
            LineMeasure.Wins => Wins(line, facet),
            LineMeasure.RowsNotBelow => RowsNotBelow(line, facet, index),
            LineMeasure.Beaten => line.Count(static cell => cell.Stored > Duels.Half),
            LineMeasure.AboveMean => line.Count(cell => key.Value.Compare(cell.Stored, Measure(LineMeasure.Mean, axis == Axis.Row ? Axis.Column : Axis.Row, facet, cell.At)) > 0),
            LineMeasure.Positive => line.Count(static cell => cell.Shown > 0),
            LineMeasure.Negative => line.Count(static cell => cell.Shown < 0),
            LineMeasure.Deviation => Deviation([.. line.Select(static cell => cell.Stored)]),
            LineMeasure.StepsDown => line.Zip(line.Skip(1)).Count(static step => step.Second.Shown < step.First.Shown),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private int Count(Axis axis, int facet, int index)
    {
        (int start, int step, int length) = axis == Axis.Row
            ? (table.Index(facet, index, 0), 1, table.Columns.Count)
            : (table.Index(facet, 0, index), table.Columns.Count, table.Rows.Count);
        int count = 0;
        for (int i = 0; i < length; i++)
            count += double.IsNaN(table.Stored[start + (i * step)]) ? 0 : 1;
        return count;
    }

    private MannKendall? Trend(Axis axis, int facet, int index, List<(int At, double Stored, double Shown)> line)
    {
        if (!trends.TryGetValue((axis, facet, index), out MannKendall? trend))
            trends[(axis, facet, index)] = trend = MannKendall.Of([.. line.Select(static cell => cell.Stored)]);
        return trend;
    }

    /// <summary>Best displayed value of each column that several rows have, since alone one wins against nobody; of places also where there is only one. NaN for the others.</summary>
    private double[] Best(int facet)
    {
        (double[] best, int[] counts) = (new double[table.Columns.Count], new int[table.Columns.Count]);
        for (int row = 0; row < table.Rows.Count; row++)
        {
            for (int column = 0; column < best.Length; column++)
            {
                double value = Sign * table.Shown[table.Index(facet, row, column)];
                if (!double.IsNaN(value) && (counts[column]++ == 0 || value > best[column]))
                    best[column] = value;
            }
        }

        int fewest = table.Content is TableContent.Places ? 1 : 2;
        return [.. best.Select((value, column) => counts[column] >= fewest ? value : double.NaN)];
    }

    private int Sign => table.Metric.Direction == Direction.LowerIsBetter ? -1 : 1;

    private double Wins(List<(int At, double Stored, double Shown)> line, int facet)
    {
        if (!bestByFacet.TryGetValue(facet, out double[]? best))
            bestByFacet[facet] = best = Best(facet);
        return line.Count(cell => Sign * cell.Shown == best[cell.At]);
    }

    private double RowsNotBelow(List<(int At, double Stored, double Shown)> line, int facet, int row) =>
        Enumerable.Range(0, table.Rows.Count).Count(other => other != row && NotBelow(line, facet, other));

    /// <summary>Whether the line equals or beats the other row wherever both have a value, and there is such a place.</summary>
    private bool NotBelow(List<(int At, double Stored, double Shown)> line, int facet, int other)
    {
        bool shared = false;
        foreach ((int at, _, double own) in line)
        {
            double value = table.Shown[table.Index(facet, other, at)];
            if (Sign * own < Sign * value)
                return false;
            shared |= !double.IsNaN(value);
        }

        return shared;
    }

    /// <summary>Standard deviation with n - 1; NaN below two values.</summary>
    public static double Deviation(double[] values)
    {
        if (values.Length < 2)
            return double.NaN;
        double mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }

    private double CompleteMean(int facet, int row) =>
        CompleteColumns(facet).Select(column => table[facet, row, column]).Where(static value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Average();
}
