namespace BenchWorker.Analysis;

/// <summary>Gamma and beta functions, complete and incomplete.</summary>
/// <remarks>Abramowitz and Stegun (1964), 6.1.41 (Stirling), 6.5.29 and 6.5.31 (incomplete gamma), 26.5.8 (incomplete beta).</remarks>
internal static class SpecialFunctions
{
    private const double Tiny = 1e-300;
    private const double Precision = 1e-16;
    private const int MaxTerms = 100_000;
    private const double HalfLogTwoPi = 0.9189385332046728;

    /// <summary>B(2k) / (2k (2k - 1)), k from 7 down to 1.</summary>
    private static readonly double[] Stirling =
        [1.0 / 156, -691.0 / 360360, 1.0 / 1188, -1.0 / 1680, 1.0 / 1260, -1.0 / 360, 1.0 / 12];

    /// <summary>ln Gamma(x), x &gt; 0; the argument is raised to 10 first, where seven Stirling terms are exact in double.</summary>
    public static double LogGamma(double x)
    {
        double product = 1;
        for (; x < 10; x++)
            product *= x;
        double square = 1 / (x * x);
        double series = 0;
        foreach (double coefficient in Stirling)
            series = (series * square) + coefficient;
        return ((x - 0.5) * Elementary.Log(x)) - x + HalfLogTwoPi + (series / x) - Elementary.Log(product);
    }

    /// <summary>Regularised upper incomplete gamma Q(a, x).</summary>
    public static double GammaUpper(double a, double x)
    {
        if (x <= 0)
            return 1;
        double factor = Elementary.Exp((a * Elementary.Log(x)) - x - LogGamma(a));
        return x < a + 1 ? 1 - (factor * GammaSeries(a, x)) : factor * GammaFraction(a, x);
    }

    /// <summary>Regularised incomplete beta I_x(a, b).</summary>
    public static double Beta(double a, double b, double x)
    {
        if (x <= 0 || x >= 1)
            return x <= 0 ? 0 : 1;
        double factor = Elementary.Exp((a * Elementary.Log(x)) + (b * Elementary.Log(1 - x)) + LogGamma(a + b) - LogGamma(a) - LogGamma(b));
        return x < (a + 1) / (a + b + 2)
            ? factor * BetaFraction(a, b, x) / a
            : 1 - (factor * BetaFraction(b, a, 1 - x) / b);
    }

    private static double GammaSeries(double a, double x)
    {
        double term = 1 / a;
        double sum = term;
        for (int n = 1; n < MaxTerms && term > sum * Precision; n++)
            sum += term *= x / (a + n);
        return sum;
    }

    private static double GammaFraction(double a, double x) =>
        1 / Fraction(x + 1 - a, n => -n * (n - a), n => x + (2 * n) + 1 - a);

    private static double BetaFraction(double a, double b, double x) =>
        1 / Fraction(1, n => BetaTerm(a, b, x, n), static _ => 1);

    private static double BetaTerm(double a, double b, double x, int n)
    {
        int m = n / 2;
        return n % 2 == 0
            ? m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)))
            : -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
    }

    /// <summary>b0 + a1/(b1 + a2/(b2 + ...)) by the modified Lentz method.</summary>
    private static double Fraction(double b0, Func<int, double> a, Func<int, double> b)
    {
        double value = b0 == 0 ? Tiny : b0;
        double c = value;
        double d = 0;
        for (int n = 1; n < MaxTerms; n++)
        {
            d = NotZero(b(n) + (a(n) * d));
            c = NotZero(b(n) + (a(n) / c));
            d = 1 / d;
            double step = c * d;
            value *= step;
            if (Math.Abs(step - 1) <= Precision)
                break;
        }

        return value;
    }

    private static double NotZero(double x) => Math.Abs(x) < Tiny ? Tiny : x;
}
