namespace BenchWorker.Analysis;

/// <summary>Test of a monotone trend in a series.</summary>
/// <param name="Count">Values, n >= 4.</param>
/// <param name="Score">S: pairs that rise minus pairs that fall.</param>
/// <param name="TauB">In [-1, 1]; NaN where the series is constant.</param>
/// <param name="P">Two-sided; 1 where the series is constant.</param>
/// <remarks>Mann (1945), Kendall (1975). Exact with ties for n &lt;= 40, above that normal with tie and continuity correction.</remarks>
public sealed record MannKendall(int Count, long Score, double TauB, double P, bool Exact)
{
    /// <summary>Fewer values cannot reach five percent.</summary>
    public const int MinCount = 4;

    /// <returns>Null below four values.</returns>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    public static MannKendall? Of(ReadOnlySpan<double> series)
    {
        if (series.Length < MinCount)
            return null;
        KendallScore score = KendallScore.OfSeries(series);
        KendallTest test = KendallTest.Of(score);
        return new MannKendall(score.Count, score.Score, test.TauB, test.P, test.Exact);
    }
}
