namespace BenchWorker.Analysis;

/// <summary>What a task score needs of its samples, small enough to be summed in the database.</summary>
/// <param name="Count">Samples, after generations of one sample were averaged.</param>
/// <param name="Sum">Of the samples' scores.</param>
/// <param name="SumOfSquares">Of the samples' scores.</param>
/// <param name="Clusters">Groups of samples that are not independent; null where every sample stands alone.</param>
public readonly record struct SampleSums(long Count, double Sum, double SumOfSquares, ClusterSums? Clusters = null)
{
    /// <summary>NaN for no sample.</summary>
    public double Mean => Count == 0 ? double.NaN : Sum / Count;

    /// <summary>sqrt(sum (x - mean)^2 / (n (n - 1))); null below two samples.</summary>
    public double? StandardError => Count < 2 ? null : Math.Sqrt(Math.Max(0, SumOfSquares - (Count * Mean * Mean)) / ((double)Count * (Count - 1)));

    /// <summary>(1/n) sqrt(G/(G - 1) sum over clusters of (sum_c - n_c mean)^2); null below two clusters.</summary>
    /// <remarks>Miller (2024), arXiv 2411.00640, with the small-sample factor of inspect_ai.</remarks>
    public double? ClusteredStandardError => Clusters is { Count: >= 2 } clusters
        ? Math.Sqrt((double)clusters.Count / (clusters.Count - 1) * clusters.SquaredDeviations(Mean)) / Count
        : null;

    /// <summary>A cell of a score table: the clustered error where clusters are known, else the independent one.</summary>
    public Cell ToCell() => Count == 0
        ? Cell.Absent()
        : double.IsFinite(Mean)
            ? new Cell(Mean, StandardError: Clusters is null ? StandardError : ClusteredStandardError, SampleCount: Count)
            : Cell.Absent(MissingReason.NonFinite);
}

/// <summary>Sums over clusters c of samples, with n_c samples and score sum s_c each.</summary>
/// <param name="Count">G, the number of clusters.</param>
/// <param name="SumOfSquaredSums">Sum of s_c^2.</param>
/// <param name="SumOfSumTimesSize">Sum of s_c n_c.</param>
/// <param name="SumOfSquaredSizes">Sum of n_c^2.</param>
public readonly record struct ClusterSums(long Count, double SumOfSquaredSums, double SumOfSumTimesSize, double SumOfSquaredSizes)
{
    internal double SquaredDeviations(double mean) =>
        Math.Max(0, SumOfSquaredSums - (2 * mean * SumOfSumTimesSize) + (mean * mean * SumOfSquaredSizes));
}
