namespace BenchWorker.Analysis;

/// <summary>Which column spreads the rows most in the order of the others, from the rows drawn, written out one by one.</summary>
internal sealed class DiscriminationReader(HeatmapTable table)
{
    private readonly Dictionary<int, (double[][] Columns, double[][] Others)> known = [];
    private readonly TieKey key = TieKey.For(table.Shown.Where(static value => !double.IsNaN(value)).Select(Math.Abs).DefaultIfEmpty(0).Max());

    /// <summary>Spearman correlation of a column with the mean of the others.</summary>
    public double RestCorrelation(int facet, int column)
    {
        (double[][] columns, double[][] others) = Read(facet);
        return Correlation.Spearman(columns[column], others[column]);
    }

    /// <summary>The column of the largest product; NaN where none is positive.</summary>
    public double Leader(int facet) => Leader(facet, [.. Enumerable.Range(0, table.Rows.Count)], start: 0);

    /// <summary>Resamplings of the rows in which the column leads.</summary>
    public int DrawsLed(int facet, int column)
    {
        int n = table.Rows.Count;
        return Enumerable.Range(0, DiscriminatingColumn.Draws).Count(draw => Leader(facet,
            [.. Enumerable.Range(0, n).Select(i => CounterRandom.Below(CounterRandom.Word(table.Seed, (ulong)draw, (ulong)i), n))], start: column) == column);
    }

    /// <param name="start">Tried first, because a column that cannot spread more than the best so far needs no ranks.</param>
    private double Leader(int facet, int[] drawn, int start)
    {
        (double[][] columns, double[][] others) = Read(facet);
        (double leader, double most) = (double.NaN, 0);
        foreach (int column in Enumerable.Range(0, columns.Length).OrderBy(column => column == start ? -1 : column))
        {
            double[] values = [.. drawn.Select(row => columns[column][row])];
            double deviation = LineReader.Deviation(values);
            double product = deviation < most ? 0 : deviation * Correlation.Spearman(values, [.. drawn.Select(row => others[column][row])]);
            if (product > most || (product == most && product > 0 && column < leader))
                (leader, most) = (column, product);
        }

        return leader;
    }

    private (double[][] Columns, double[][] Others) Read(int facet)
    {
        if (known.TryGetValue(facet, out (double[][], double[][]) read))
            return read;
        int columns = table.Columns.Count;
        double At(int row, int column) => table[facet, row, column];
        double[] Line(Func<int, double> value) => [.. Enumerable.Range(0, table.Rows.Count).Select(value)];
        return known[facet] = (
            [.. Enumerable.Range(0, columns).Select(column => Line(row => At(row, column)))],
            [.. Enumerable.Range(0, columns).Select(column => Line(row =>
                key.Of(Enumerable.Range(0, columns).Where(other => other != column).Average(other => At(row, other)))))]);
    }
}
