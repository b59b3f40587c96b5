namespace BenchWorker.Analysis;

/// <summary>The complementary error function by Cody's rational approximations.</summary>
/// <remarks>W. J. Cody (1969), Math. Comp. 23, 631: relative error near the machine's; coefficients as published.</remarks>
internal static class ErrorFunction
{
    private const double Small = 0.46875;
    private const double OneOverSqrtPi = 0.56418958354775628695;

    private static readonly double[] A = [1.85777706184603153e-1, 3.16112374387056560, 1.13864154151050156e2, 3.77485237685302021e2, 3.20937758913846947e3];
    private static readonly double[] B = [1, 2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3, 2.84423683343917062e3];
    private static readonly double[] C =
    [
        2.15311535474403846e-8, 5.64188496988670089e-1, 8.88314979438837594, 6.61191906371416295e1, 2.98635138197400131e2,
        8.81952221241769090e2, 1.71204761263407058e3, 2.05107837782607147e3, 1.23033935479799725e3,
    ];

    private static readonly double[] D =
    [
        1, 1.57449261107098347e1, 1.17693950891312499e2, 5.37181101862009858e2, 1.62138957456669019e3,
        3.29079923573345963e3, 4.36261909014324716e3, 3.43936767414372164e3, 1.23033935480374942e3,
    ];

    private static readonly double[] P =
    [
        1.63153871373020978e-2, 3.05326634961232344e-1, 3.60344899949804439e-1, 1.25781726111229246e-1, 1.60837851487422766e-2, 6.58749161529837803e-4,
    ];

    private static readonly double[] Q =
    [
        1, 2.56852019228982242, 1.87295284992346725, 5.27905102951428412e-1, 6.05183413124413191e-2, 2.33520497626869185e-3,
    ];

    /// <summary>erfc(x) = 2/sqrt(pi) times the integral of exp(-t^2) over [x, infinity).</summary>
    public static double Complement(double x)
    {
        double size = Math.Abs(x);
        if (size <= Small)
            return 1 - (x * Polynomial(A, x * x) / Polynomial(B, x * x));
        double tail = size <= 4
            ? Polynomial(C, size) / Polynomial(D, size)
            : FarTail(size);
        tail *= SquareExponential(size);
        return x > 0 ? tail : 2 - tail;
    }

    private static double FarTail(double size)
    {
        double square = 1 / (size * size);
        return (OneOverSqrtPi - (square * Polynomial(P, square) / Polynomial(Q, square))) / size;
    }

    /// <summary>exp(-x^2) with x^2 split in two, so that rounding x^2 does not cost digits in the tail.</summary>
    private static double SquareExponential(double size)
    {
        double head = Math.Truncate(size * 16) / 16;
        return Elementary.Exp(-head * head) * Elementary.Exp(-(size - head) * (size + head));
    }

    private static double Polynomial(double[] coefficients, double x)
    {
        double sum = 0;
        foreach (double coefficient in coefficients)
            sum = (sum * x) + coefficient;
        return sum;
    }
}
