namespace BenchWorker.Analysis;

/// <summary>The exact two-sided sign test: ties are dropped before, both directions equally likely.</summary>
public static class SignTest
{
    /// <returns>p in (0, 1]; 1 where nothing was compared.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static double P(int wins, int losses)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(wins);
        ArgumentOutOfRangeException.ThrowIfNegative(losses);
        int n = wins + losses;
        int most = Math.Max(wins, losses);
        if (most == n - most)
            return 1;
        double term = Elementary.Exp(
            SpecialFunctions.LogGamma(n + 1.0) - SpecialFunctions.LogGamma(most + 1.0) - SpecialFunctions.LogGamma(n - most + 1.0) - (n * Elementary.Log(2)));
        double tail = term;
        for (int k = most; k < n; k++)
            tail += term *= (double)(n - k) / (k + 1);
        return Math.Min(1, 2 * tail);
    }
}
