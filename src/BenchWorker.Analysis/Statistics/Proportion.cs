namespace BenchWorker.Analysis;

/// <summary>Estimates from counts of successes.</summary>
public static class Proportion
{
    /// <summary>Wilson (1927) interval of a proportion at 95 %.</summary>
    /// <param name="p">Observed share, in [0, 1].</param>
    /// <param name="n">Samples, or the effective number of samples where they are clustered.</param>
    /// <returns>Null where nothing was observed; exactly 0 below no success and exactly 1 above no failure.</returns>
    public static ScoreInterval? Wilson(double p, double n)
    {
        if (!(n > 0))
            return null;
        const double z = Normal.Z95;
        double scale = 1 + (z * z / n);
        double center = p + (z * z / (2 * n));
        double half = z * Math.Sqrt((p * (1 - p) / n) + (z * z / (4 * n * n)));
        return new ScoreInterval(p == 0 ? 0 : Math.Max(0, (center - half) / scale), p == 1 ? 1 : Math.Min(1, (center + half) / scale));
    }

    /// <summary>Chance that at least one of k draws without replacement from n generations, c of them correct, is correct.</summary>
    /// <remarks>Chen et al. (2021), arXiv 2107.03374: 1 - C(n - c, k) / C(n, k), as a product that cannot overflow.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">Not 0 &lt;= c &lt;= n or not 1 &lt;= k &lt;= n.</exception>
    public static double PassAtK(int n, int c, int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, n);
        ArgumentOutOfRangeException.ThrowIfNegative(c);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(c, n);
        if (n - c < k)
            return 1;
        double none = 1;
        for (int i = n - c + 1; i <= n; i++)
            none *= 1 - ((double)k / i);
        return 1 - none;
    }
}
