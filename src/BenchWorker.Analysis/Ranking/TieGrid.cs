using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BenchWorker.Analysis;

/// <summary>When two computed scores are the same score: equal to 12 significant digits of the largest.</summary>
/// <remarks>
/// key = round(x / g), g = 1e-12 times the power of ten above the largest magnitude, half to even. Rounding to a grid is transitive and
/// does not depend on the order of a sum's terms; a tolerance is neither. Scores as they were reported are compared exactly.
/// </remarks>
public static class TieGrid
{
    private const double Digits = 1e12;
    private const int Lanes = 8;

    /// <summary>One key per score, NaN for NaN; equal keys are ties, and keys order as scores do.</summary>
    public static double[] Of(ReadOnlySpan<double> scores)
    {
        double[] keys = new double[scores.Length];
        Write(scores, keys);
        return keys;
    }

    /// <summary>The same into a place of the caller's, as long as the scores.</summary>
    internal static void Write(ReadOnlySpan<double> scores, Span<double> keys)
    {
        double largest = Largest(scores);
        scores.CopyTo(keys);
        if (largest == 0)
            return;
        int exponent = PowersOfTen.Ceiling(largest);
        if (Math.Abs(exponent) <= 290)
        {
            Round(keys, PowersOfTen.Of(exponent) / Digits);
            return;
        }

        for (int k = 0; k < keys.Length; k++)
            keys[k] = Math.Round(keys[k] / largest * Digits, MidpointRounding.ToEven);
    }

    /// <summary>Of the magnitudes; 0 where every score is NaN.</summary>
    private static double Largest(ReadOnlySpan<double> scores)
    {
        double largest = 0;
        foreach (double score in scores)
            largest = Math.Abs(score) > largest ? Math.Abs(score) : largest;
        return largest;
    }

    private static void Round(Span<double> keys, double grid)
    {
        var unit = Vector512.Create(grid);
        int whole = keys.Length & ~(Lanes - 1);
        ref double x = ref MemoryMarshal.GetReference(keys);
        for (int k = 0; k < whole; k += Lanes)
            Vector512.Round(Vector512.LoadUnsafe(ref x, (nuint)k) / unit, MidpointRounding.ToEven).StoreUnsafe(ref x, (nuint)k);
        for (int k = whole; k < keys.Length; k++)
            keys[k] = Math.Round(keys[k] / grid, MidpointRounding.ToEven);
    }
}
