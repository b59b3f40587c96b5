namespace BenchWorker.Analysis;

/// <summary>Tails and quantiles of the distributions that the tests refer to.</summary>
public static class Distributions
{
    /// <summary>P(X &gt; x) of chi-squared with <paramref name="df"/> degrees of freedom.</summary>
    public static double ChiSquaredUpper(double x, double df) => SpecialFunctions.GammaUpper(df / 2, x / 2);

    /// <summary>P(X &gt; x) of Fisher's F; 0 at infinity.</summary>
    public static double FisherUpper(double x, double df1, double df2) =>
        double.IsPositiveInfinity(x) ? 0 : x <= 0 ? 1 : SpecialFunctions.Beta(df2 / 2, df1 / 2, df2 / (df2 + (df1 * x)));

    /// <summary>P(T &lt;= t) of Student's t.</summary>
    public static double StudentCdf(double t, double df)
    {
        double tail = 0.5 * SpecialFunctions.Beta(df / 2, 0.5, df / (df + (t * t)));
        return t < 0 ? tail : 1 - tail;
    }

    /// <summary>The t with <c>StudentCdf(t, df) = p</c>, p in (0, 1).</summary>
    public static double StudentQuantile(double p, double df)
    {
        if (p == 0.5)
            return 0;
        double tail = Math.Min(p, 1 - p);
        double high = 1;
        while (StudentCdf(-high, df) > tail)
            high *= 2;
        double size = Bisection.Root(t => tail - StudentCdf(-t, df), 0, high);
        return p < 0.5 ? -size : size;
    }
}
