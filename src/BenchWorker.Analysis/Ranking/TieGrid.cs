namespace BenchWorker.Analysis;

/// <summary>When two computed scores are the same score: equal to 12 significant digits of the largest.</summary>
/// <remarks>
/// key = round(x / g), g = 1e-12 times the power of ten above the largest magnitude, half to even. Rounding to a grid is transitive and
/// does not depend on the order of a sum's terms; a tolerance is neither. Scores as they were reported are compared exactly.
/// </remarks>
public static class TieGrid
{
    private const double Digits = 1e12;

    /// <summary>One key per score, NaN for NaN; equal keys are ties, and keys order as scores do.</summary>
    public static double[] Of(ReadOnlySpan<double> scores)
    {
        double largest = 0;
        foreach (double score in scores)
            largest = Math.Max(largest, double.IsNaN(score) ? 0 : Math.Abs(score));
        double[] keys = scores.ToArray();
        if (largest == 0)
            return keys;
        double exponent = Math.Ceiling(Math.Log10(largest));
        bool extreme = Math.Abs(exponent) > 290;
        double grid = extreme ? 0 : Math.Pow(10, exponent) / Digits;
        for (int k = 0; k < keys.Length; k++)
            keys[k] = Math.Round(extreme ? keys[k] / largest * Digits : keys[k] / grid, MidpointRounding.ToEven);
        return keys;
    }
}
