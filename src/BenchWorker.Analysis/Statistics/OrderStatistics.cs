namespace BenchWorker.Analysis;

/// <summary>What picking the best of several runs does to a score.</summary>
public static class OrderStatistics
{
    /// <summary>Expected maximum of n independent standard normals: how far best-of-n lies above the mean, in standard deviations.</summary>
    /// <remarks>The integral of z n phi(z) Phi(z)^(n - 1) by the trapezoid rule on [-9, 9]; 0, 0.564, 0.846, 1.029, ... for n = 1, 2, 3, 4.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">n &lt; 1.</exception>
    public static double BestOfBias(int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        const double step = 0.005;
        double sum = 0;
        for (int i = -1800; i <= 1800; i++)
        {
            double z = i * step;
            sum += z * Normal.Density(z) * Elementary.Power(Normal.Cdf(z), n - 1);
        }

        return n == 1 ? 0 : n * step * sum;
    }
}
