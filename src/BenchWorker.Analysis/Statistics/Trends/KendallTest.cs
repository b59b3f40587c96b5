namespace BenchWorker.Analysis;

/// <summary>Kendall's rank correlation with its p-value.</summary>
/// <param name="TauB">In [-1, 1]; NaN where a sequence is constant.</param>
/// <param name="P">Two-sided; 1 where a sequence is constant.</param>
/// <param name="Exact">False where the normal approximation was used.</param>
public readonly record struct KendallTest(double TauB, double P, bool Exact)
{
    /// <summary>Tests whether two sequences of equal length order their items alike.</summary>
    /// <remarks>Exact for n &lt;= 40 with ties in at most one sequence; else normal, tie and continuity corrected.</remarks>
    public static KendallTest Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second) => Of(KendallScore.Of(first, second));

    /// <summary>P-value of a score already counted.</summary>
    public static KendallTest Of(KendallScore score)
    {
        double tau = score.TauB;
        if (double.IsNaN(tau))
            return new KendallTest(double.NaN, 1, Exact: true);
        bool firstUntied = score.FirstTies.Count == score.Count;
        bool exact = score.Count <= KendallDistribution.MaxCount && (firstUntied || score.SecondTies.Count == score.Count);
        double p = exact
            ? KendallDistribution.TwoSided(score.Score, firstUntied ? score.SecondTies : score.FirstTies)
            : 2 * Normal.Cdf(-Math.Max(0, Math.Abs(score.Score) - 1) / Math.Sqrt(score.Variance));
        return new KendallTest(tau, p, exact);
    }
}
