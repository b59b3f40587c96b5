namespace BenchWorker.Analysis;

/// <summary>The rows, or columns, with the most and the least of something; all that share an end.</summary>
internal sealed record LineEnds(Axis Axis, IReadOnlyList<int> Most, double High, IReadOnlyList<int> Least, double Low)
{
    /// <summary>More lines than these at one end have no name in common but "many".</summary>
    private const int MostTied = 3;

    /// <param name="values">One per line of the axis; NaN where a line takes no part.</param>
    /// <returns>Null where fewer than two lines take part, where all have the same, or where too many share an end.</returns>
    public static LineEnds? Of(Axis axis, IReadOnlyList<double> values, TieKey key)
    {
        int[] live = [.. Enumerable.Range(0, values.Count).Where(line => !double.IsNaN(values[line]))];
        if (live.Length < 2)
            return null;
        (double high, double low) = (live.Max(line => values[line]), live.Min(line => values[line]));
        int[] most = [.. live.Where(line => key.Compare(values[line], high) == 0)];
        int[] least = [.. live.Where(line => key.Compare(values[line], low) == 0)];
        return key.Compare(high, low) == 0 || most.Length > MostTied || least.Length > MostTied ? null : new LineEnds(axis, most, high, least, low);
    }

    public IEnumerable<string> Subjects(HeatmapTable table) => Most.Concat(Least).Select(line => table.Label(Axis, line));

    /// <summary>Nobody reaches either end but those named, which equal each other there.</summary>
    /// <param name="without">A line that takes no part; null for none.</param>
    public IEnumerable<Check> Checks(LineMeasure measure, int? without = null) =>
        End(measure, Most, Comparison.AtLeast, without).Concat(End(measure, Least, Comparison.AtMost, without));

    private IEnumerable<Check> End(LineMeasure measure, IReadOnlyList<int> lines, Comparison reach, int? without)
    {
        Quantity end = new Quantity.Line(measure, Axis, 0, lines[0]);
        int[] except = without is { } baseline ? [.. lines, baseline] : [.. lines];
        yield return new Check(new Quantity.LinesWhere(measure, Axis, 0, reach, end, except), Comparison.Equal, 0);
        foreach (int line in lines.Skip(1))
            yield return new Check(new Quantity.Line(measure, Axis, 0, line), Comparison.Equal, end);
    }
}
