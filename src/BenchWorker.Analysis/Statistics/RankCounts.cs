using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BenchWorker.Analysis;

/// <summary>How many values are above each: its competition rank less one.</summary>
internal static class RankCounts
{
    private const int Lanes = 8;

    /// <summary>Bounds that are held against each vector of values once it is loaded.</summary>
    private const int Bounds = 4;

    /// <summary>Fewer are compared with all at once.</summary>
    private const int FewestDealt = 48;

    /// <summary>Above this length a sort beats comparing all with all, eight at a time.</summary>
    private const int MostCompared = 1024;

    /// <param name="values">NaN is above nothing.</param>
    /// <param name="above">By value: how many are greater; 0 for NaN.</param>
    public static void Above(ReadOnlySpan<double> values, Span<int> above)
    {
        if (values.Length >= FewestDealt && ValueRanges.TryCountAbove(values, above))
            return;
        if (values.Length > MostCompared)
            BySort(values, above);
        else
            ByComparing(values, above);
    }

    private static void ByComparing(ReadOnlySpan<double> values, Span<int> above)
    {
        int whole = values.Length & ~(Bounds - 1);
        for (int k = 0; k < whole; k += Bounds)
            CompareFour(values, values.Slice(k, Bounds), above.Slice(k, Bounds));
        for (int k = whole; k < values.Length; k++)
            above[k] = Kernels.CountAbove(values, values[k]);
    }

    private static void CompareFour(ReadOnlySpan<double> values, ReadOnlySpan<double> bounds, Span<int> above)
    {
        (Vector512<double> b0, Vector512<double> b1) = (Vector512.Create(bounds[0]), Vector512.Create(bounds[1]));
        (Vector512<double> b2, Vector512<double> b3) = (Vector512.Create(bounds[2]), Vector512.Create(bounds[3]));
        Vector512<long> c0 = default, c1 = default, c2 = default, c3 = default;
        ref double x = ref MemoryMarshal.GetReference(values);
        int whole = values.Length & ~(Lanes - 1);
        for (int k = 0; k < whole; k += Lanes)
        {
            var value = Vector512.LoadUnsafe(ref x, (nuint)k);
            c0 += Greater(value, b0);
            c1 += Greater(value, b1);
            c2 += Greater(value, b2);
            c3 += Greater(value, b3);
        }

        (above[0], above[1], above[2], above[3]) = (-(int)Vector512.Sum(c0), -(int)Vector512.Sum(c1), -(int)Vector512.Sum(c2), -(int)Vector512.Sum(c3));
        for (int k = whole; k < values.Length; k++)
        {
            for (int b = 0; b < Bounds; b++)
                above[b] += values[k] > bounds[b] ? 1 : 0;
        }
    }

    /// <summary>-1 where it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> Greater(Vector512<double> value, Vector512<double> bound) => Vector512.GreaterThan(value, bound).AsInt64();

    private static void BySort(ReadOnlySpan<double> values, Span<int> above)
    {
        double[] sorted = new double[values.Length];
        int n = 0;
        foreach (double value in values)
        {
            if (!double.IsNaN(value))
                sorted[n++] = value;
        }

        sorted.AsSpan(0, n).Sort();
        for (int k = 0; k < values.Length; k++)
            above[k] = double.IsNaN(values[k]) ? 0 : n - UpperBound(sorted.AsSpan(0, n), values[k]);
    }

    /// <summary>How many of the sorted values are not above the bound.</summary>
    private static int UpperBound(ReadOnlySpan<double> sorted, double bound)
    {
        int low = 0;
        for (int high = sorted.Length; low < high;)
        {
            int middle = (low + high) / 2;
            (low, high) = sorted[middle] <= bound ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
