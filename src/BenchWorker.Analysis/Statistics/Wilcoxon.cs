namespace BenchWorker.Analysis;

/// <summary>Wilcoxon's signed-rank test.</summary>
/// <param name="WPlus">Sum of the mid-ranks of positive differences.</param>
/// <param name="WMinus">Sum of the mid-ranks of negative differences.</param>
/// <param name="Z">Of the normal approximation; null where the test is exact.</param>
/// <remarks>
/// Wilcoxon (1945). Zeros are dropped, ties get mid-ranks. Up to 60 pairs the distribution is exact, ties included (as R's coin does; SciPy and
/// R's wilcox.test fall back to the normal one silently); above, normal, tie-corrected, without continuity correction (as SciPy).
/// </remarks>
public readonly record struct Wilcoxon(double WPlus, double WMinus, double P, int Count, double? Z)
{
    public const int MaxExact = 60;

    /// <param name="differences">Finite.</param>
    public static Wilcoxon Of(ReadOnlySpan<double> differences)
    {
        double[] d = [.. differences.ToArray().Where(static difference => difference != 0)];
        if (d.Length == 0)
            return new(0, 0, 1, 0, null);
        double[] ranks = Ranks.Average([.. d.Select(static difference => -Math.Abs(difference))]);
        double plus = 0;
        double minus = 0;
        for (int k = 0; k < d.Length; k++)
        {
            if (d[k] > 0)
                plus += ranks[k];
            else
                minus += ranks[k];
        }

        if (d.Length <= MaxExact)
            return new(plus, minus, ExactP(ranks, Math.Max(plus, minus)), d.Length, null);
        double z = (plus - minus) / Math.Sqrt(ranks.Sum(static rank => rank * rank));
        return new(plus, minus, 2 * Normal.Cdf(-Math.Abs(z)), d.Length, z);
    }

    /// <summary>P(W >= w) doubled, counting sign patterns by their sum of doubled ranks, which are whole numbers.</summary>
    private static double ExactP(double[] ranks, double w)
    {
        int[] doubled = [.. ranks.Select(static rank => (int)Math.Round(2 * rank))];
        double[] shares = new double[doubled.Sum() + 1];
        shares[0] = 1;
        int reached = 0;
        foreach (int step in doubled)
        {
            reached += step;
            for (int sum = reached; sum >= 0; sum--)
                shares[sum] = (shares[sum] + (sum >= step ? shares[sum - step] : 0)) / 2;
        }

        double tail = 0;
        for (int sum = (int)Math.Round(2 * w); sum < shares.Length; sum++)
            tail += shares[sum];
        return Math.Min(1, 2 * tail);
    }
}
