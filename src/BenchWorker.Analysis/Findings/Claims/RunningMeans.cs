namespace BenchWorker.Analysis;

/// <summary>Sums and counts over some columns, row by row, whose means are only taken once two such parts are put together.</summary>
internal sealed class RunningMeans(int rows)
{
    private readonly double[] sums = new double[rows];
    private readonly int[] counts = new int[rows];

    /// <param name="column">By row; NaN where missing.</param>
    public void Add(ReadOnlySpan<double> column)
    {
        for (int row = 0; row < sums.Length; row++)
        {
            bool has = !double.IsNaN(column[row]);
            sums[row] += has ? column[row] : 0;
            counts[row] += has ? 1 : 0;
        }
    }

    public RunningMeans Copy()
    {
        RunningMeans copy = new(sums.Length);
        sums.CopyTo(copy.sums, 0);
        counts.CopyTo(copy.counts, 0);
        return copy;
    }

    /// <summary>Tie keys of the means over both parts; NaN for a row that neither has a score of.</summary>
    public double[] KeysWith(RunningMeans other)
    {
        double[] means = new double[sums.Length];
        for (int row = 0; row < means.Length; row++)
            means[row] = (sums[row] + other.sums[row]) / (counts[row] + other.counts[row]);
        return TieGrid.Of(means);
    }
}
