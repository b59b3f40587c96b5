namespace BenchWorker.Analysis;

/// <summary>Exponential and logarithm of additions, products and divisions alone, each rounded as IEEE 754 says.</summary>
/// <remarks>
/// PROBLEM: Math.Exp and Math.Log are those of the system's C library, whose last bit differs between libraries, and within one between
/// processors with and without fused multiply-add. SOLUTION: the method of fdlibm (Sun Microsystems, 1993: e_exp.c, e_log.c) in C#, which
/// fuses nothing that is not written as fused. Errors are below one unit in the last place.
/// </remarks>
internal static class Elementary
{
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double Log2E = 1.44269504088896338700;
    private const double LargestExponent = 709.782712893383973096;
    private const double SmallestExponent = -745.133219101941108420;

    /// <summary>Of x coth(x / 2), the part beyond 2, in powers of x^2.</summary>
    private const double P1 = 1.66666666666666019037e-01, P2 = -2.77777777770155933842e-03, P3 = 6.61375632143793436117e-05;
    private const double P4 = -1.65339022054652515390e-06, P5 = 4.13813679705723846039e-08;

    /// <summary>Of ln((1 + s) / (1 - s)) - 2 s, in powers of s^2.</summary>
    private const double L1 = 6.666666666666735130e-01, L2 = 3.999999999940941908e-01, L3 = 2.857142874366239149e-01, L4 = 2.222219843214978396e-01;
    private const double L5 = 1.818357216161805012e-01, L6 = 1.531383769920937332e-01, L7 = 1.479819860511658591e-01;

    public static double Exp(double x)
    {
        if (double.IsNaN(x))
            return x;
        if (x > LargestExponent || x < SmallestExponent)
            return x > 0 ? double.PositiveInfinity : 0;
        double twos = Math.Round(x * Log2E);
        double high = x - (twos * Ln2High);
        double low = twos * Ln2Low;
        double rest = high - low;
        double square = rest * rest;
        double c = rest - (square * (P1 + (square * (P2 + (square * (P3 + (square * (P4 + (square * P5)))))))));
        return Math.ScaleB(1 + ((rest * c / (2 - c)) - low + high), (int)twos);
    }

    /// <summary>The natural logarithm; minus infinity at 0, NaN below.</summary>
    public static double Log(double x)
    {
        if (!(x > 0) || double.IsInfinity(x))
            return x == 0 ? double.NegativeInfinity : x > 0 ? x : double.NaN;
        int twos = Math.ILogB(x);
        double fraction = Math.ScaleB(x, -twos);
        if (fraction > 1.4142135623730951)
            (fraction, twos) = (fraction / 2, twos + 1);
        double f = fraction - 1;
        double half = 0.5 * f * f;
        double s = f / (2 + f);
        double z = s * s;
        double w = z * z;
        double odd = z * (L1 + (w * (L3 + (w * (L5 + (w * L7))))));
        double even = w * (L2 + (w * (L4 + (w * L6))));
        return (s * (half + odd + even)) + (twos * Ln2Low) - half + f + (twos * Ln2High);
    }

    /// <summary>x to a whole power, 0 or more, by squaring.</summary>
    public static double Power(double x, int exponent)
    {
        double power = 1;
        for (int left = exponent; left > 0; left >>= 1, x *= x)
            power *= (left & 1) == 1 ? x : 1;
        return power;
    }
}
