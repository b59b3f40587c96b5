namespace BenchWorker.Analysis;

/// <summary>A column and the mean of all others, both sorted once, so that resampled rows cost a pass over their weights.</summary>
internal sealed class WeightedSpread
{
    private readonly double[] values;
    private readonly double[] rest;
    private readonly int[] byValue;
    private readonly int[] byRest;

    private WeightedSpread(double[] values, double[] rest) =>
        (this.values, this.rest, byValue, byRest) = (values, rest, Ascending(values), Ascending(rest));

    /// <summary>One per column of a facet without gaps.</summary>
    public static WeightedSpread[] Of(FacetFacts facet)
    {
        (int rows, int columns) = (facet.Table.Rows.Count, facet.Table.Columns.Count);
        double[] sums = [.. Enumerable.Range(0, rows).Select(row => facet.Rows[row].Mean * columns)];
        double[] keys = new double[rows];
        return [.. Enumerable.Range(0, columns).Select(column =>
        {
            for (int row = 0; row < rows; row++)
                keys[row] = facet.Facts.Key.Of((sums[row] - facet.Table[facet.Index, row, column]) / (columns - 1));
            return new WeightedSpread([.. Enumerable.Range(0, rows).Select(row => facet.Table[facet.Index, row, column])], [.. keys]);
        })];
    }

    /// <param name="weights">How often each row was drawn.</param>
    public double Deviation(int[] weights)
    {
        (double sum, double count) = (0, 0);
        for (int row = 0; row < values.Length; row++)
            (sum, count) = (sum + (weights[row] * values[row]), count + weights[row]);
        double squares = 0;
        for (int row = 0; row < values.Length; row++)
            squares += weights[row] * (values[row] - (sum / count)) * (values[row] - (sum / count));
        return Math.Sqrt(squares / (count - 1));
    }

    /// <summary>Spearman's, over the rows as often as they were drawn; 0 where one side is constant.</summary>
    public double Correlation(int[] weights)
    {
        double[] a = MidRanks(values, byValue, weights);
        double[] b = MidRanks(rest, byRest, weights);
        double middle = (weights.Sum() + 1) / 2.0;
        (double ab, double aa, double bb) = (0, 0, 0);
        for (int row = 0; row < a.Length; row++)
        {
            (double x, double y) = (a[row] - middle, b[row] - middle);
            (ab, aa, bb) = (ab + (weights[row] * x * y), aa + (weights[row] * x * x), bb + (weights[row] * y * y));
        }

        return aa == 0 || bb == 0 ? 0 : ab / Math.Sqrt(aa * bb);
    }

    private static int[] Ascending(double[] keys)
    {
        int[] order = [.. Enumerable.Range(0, keys.Length)];
        Array.Sort([.. keys], order);
        return order;
    }

    private static double[] MidRanks(double[] keys, int[] order, int[] weights)
    {
        double[] ranks = new double[keys.Length];
        int below = 0;
        int end;
        for (int start = 0; start < order.Length; start = end)
        {
            int tied = 0;
            for (end = start; end < order.Length && keys[order[end]] == keys[order[start]]; end++)
                tied += weights[order[end]];
            for (int i = start; i < end; i++)
                ranks[order[i]] = below + ((tied + 1) / 2.0);
            below += tied;
        }

        return ranks;
    }
}
