namespace BenchWorker.Analysis;

public enum BootstrapMethod
{
    BiasCorrected,

    /// <summary>The bias correction would be infinite: both intervals are the percentile one.</summary>
    Percentile,

    /// <summary>All replicates are equal: both intervals are that value.</summary>
    Degenerate,
}

/// <summary>Bootstrap of a mean: percentile and bias-corrected accelerated intervals at 95 %.</summary>
/// <param name="Estimate">The mean of the values themselves.</param>
/// <param name="StandardError">Standard deviation of the replicates, n - 1.</param>
/// <remarks>
/// Efron (1987), JASA 82, 171; the form of SciPy's <c>_bca_interval</c>: z0 from the mid-p share of replicates below, type 7 quantiles.
/// Replicate r draws with the words of stream r, so that it is the same whatever else was drawn.
/// </remarks>
public sealed record Bootstrap(double Estimate, double StandardError, ScoreInterval Percentile, ScoreInterval BiasCorrected, BootstrapMethod Method)
{
    private const double Tail = 0.025;

    /// <param name="values">One per independent unit, finite, at least one.</param>
    /// <exception cref="ArgumentException">No value.</exception>
    public static Bootstrap OfMean(ReadOnlySpan<double> values, ulong seed, int replicates)
    {
        double[] ones = new double[values.Length];
        Array.Fill(ones, 1);
        return OfRatio(values, ones, seed, replicates);
    }

    /// <summary>Whole clusters are drawn; the statistic is the sum of their sums over the sum of their sizes.</summary>
    /// <param name="sums">Score sum of each cluster, in order of cluster id.</param>
    /// <param name="sizes">Samples of each cluster, in the same order.</param>
    /// <exception cref="ArgumentException">No cluster, or not one size per sum.</exception>
    public static Bootstrap OfClusters(ReadOnlySpan<double> sums, ReadOnlySpan<double> sizes, ulong seed, int replicates) =>
        OfRatio(sums, sizes, seed, replicates);

    private static Bootstrap OfRatio(ReadOnlySpan<double> sums, ReadOnlySpan<double> sizes, ulong seed, int replicates)
    {
        if (sums.IsEmpty || sizes.Length != sums.Length)
            throw new ArgumentException($"A bootstrap needs at least one unit and one size for each; there are {sums.Length} and {sizes.Length}.", nameof(sums));
        (double total, double size) = (Kernels.Sum(sums), Kernels.Sum(sizes));
        double estimate = total / size;
        double[] sorted = Replicates(sums, sizes, seed, replicates);
        double mean = StableSum.Mean(sorted);
        double error = StableSum.Deviation(sorted, mean) ?? 0;
        if (sorted[0] == sorted[^1])
            return new(estimate, 0, new(sorted[0], sorted[0]), new(sorted[0], sorted[0]), BootstrapMethod.Degenerate);
        var percentile = new ScoreInterval(Quantiles.Linear(sorted, Tail), Quantiles.Linear(sorted, 1 - Tail));
        double z0 = Bias(sorted, estimate);
        if (double.IsInfinity(z0))
            return new(estimate, error, percentile, percentile, BootstrapMethod.Percentile);
        double a = Acceleration(sums, sizes, total, size);
        var corrected = new ScoreInterval(Quantiles.Linear(sorted, Shifted(-Normal.Z95, z0, a)), Quantiles.Linear(sorted, Shifted(Normal.Z95, z0, a)));
        return new(estimate, error, percentile, corrected, BootstrapMethod.BiasCorrected);
    }

    private static double[] Replicates(ReadOnlySpan<double> sums, ReadOnlySpan<double> sizes, ulong seed, int replicates)
    {
        double[] found = new double[replicates];
        int[] drawn = new int[sums.Length];
        double[] drawnSums = new double[sums.Length];
        double[] drawnSizes = new double[sums.Length];
        for (int r = 0; r < replicates; r++)
        {
            CounterRandom.Indices(seed, r, drawn.Length, drawn);
            for (int k = 0; k < drawn.Length; k++)
                (drawnSums[k], drawnSizes[k]) = (sums[drawn[k]], sizes[drawn[k]]);
            found[r] = Kernels.Sum(drawnSums) / Kernels.Sum(drawnSizes);
        }

        Array.Sort(found);
        return found;
    }

    /// <summary>z0, by the mid-p share: estimate and replicates are summed alike, so that equal draws give equal sums.</summary>
    private static double Bias(double[] sorted, double estimate)
    {
        int below = sorted.Count(value => value < estimate);
        int notAbove = sorted.Count(value => value <= estimate);
        return Normal.Quantile((below + notAbove) / (2.0 * sorted.Length));
    }

    /// <summary>From the jackknife over units: sum u^3 / (6 (sum u^2)^1.5); 0 where the jackknife does not vary.</summary>
    private static double Acceleration(ReadOnlySpan<double> sums, ReadOnlySpan<double> sizes, double total, double size)
    {
        double[] left = new double[sums.Length];
        for (int k = 0; k < left.Length; k++)
            left[k] = (total - sums[k]) / (size - sizes[k]);
        double mean = Kernels.Sum(left) / left.Length;
        double squares = 0;
        double cubes = 0;
        foreach (double value in left)
        {
            double u = mean - value;
            squares += u * u;
            cubes += u * u * u;
        }

        return squares > 0 ? cubes / (6 * squares * Math.Sqrt(squares)) : 0;
    }

    private static double Shifted(double z, double z0, double a) => Normal.Cdf(z0 + ((z0 + z) / (1 - (a * (z0 + z)))));
}
