namespace BenchWorker.Analysis;

/// <summary>The standard normal distribution.</summary>
public static class Normal
{
    /// <summary>Half width of a two-sided 95 % interval in standard errors.</summary>
    public const double Z95 = 1.959963984540054;

    private const double SqrtTwoPi = 2.5066282746310002;

    public static double Density(double z) => Elementary.Exp(-0.5 * z * z) / SqrtTwoPi;

    /// <summary>P(Z &lt;= z); zero below -37.5, where the result would no longer be a normal number.</summary>
    public static double Cdf(double z) => z < -37.5 ? 0 : 0.5 * ErrorFunction.Complement(-z / Math.Sqrt(2));

    /// <summary>The z with <c>Cdf(z) = p</c>; infinite at 0 and 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is not in [0, 1].</exception>
    public static double Quantile(double p)
    {
        if (!(p >= 0 && p <= 1))
            throw new ArgumentOutOfRangeException(nameof(p), p, "A probability is in [0, 1].");
        if (p is 0 or 1)
            return p == 0 ? double.NegativeInfinity : double.PositiveInfinity;
        return p == 0.5 ? 0 : p < 0.5 ? LowerQuantile(p) : -LowerQuantile(1 - p);
    }

    /// <remarks>Start: Abramowitz and Stegun 26.2.23 (error below 4.5e-4); then Halley steps, each of which cubes the error.</remarks>
    private static double LowerQuantile(double p)
    {
        double t = Math.Sqrt(-2 * Elementary.Log(p));
        double z = -(t - ((2.515517 + (t * (0.802853 + (t * 0.010328)))) / (1 + (t * (1.432788 + (t * (0.189269 + (t * 0.001308))))))));
        for (int step = 0; step < 3; step++)
        {
            double newton = (Cdf(z) - p) / Density(z);
            z -= newton / (1 + (0.5 * z * newton));
        }

        return z;
    }
}
