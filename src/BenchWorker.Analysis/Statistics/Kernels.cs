using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BenchWorker.Analysis;

/// <summary>Inner loops. Every sum has a fixed order, written down in lanes, so that no vector width changes a bit of it.</summary>
internal static class Kernels
{
    /// <summary>Sum of a[k] b[k] in eight lanes (lane k mod 8), then the lanes pairwise, then the rest in order.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        Vector512<double> lanes = Vector512<double>.Zero;
        int whole = a.Length & ~7;
        ref double x = ref MemoryMarshal.GetReference(a);
        ref double y = ref MemoryMarshal.GetReference(b);
        for (int k = 0; k < whole; k += 8)
            lanes += Vector512.LoadUnsafe(ref x, (nuint)k) * Vector512.LoadUnsafe(ref y, (nuint)k);
        double sum = Total(lanes);
        for (int k = whole; k < a.Length; k++)
            sum += a[k] * b[k];
        return sum;
    }

    /// <summary>Sum of the values, in the order of <see cref="Dot"/>.</summary>
    public static double Sum(ReadOnlySpan<double> values)
    {
        Vector512<double> lanes = Vector512<double>.Zero;
        int whole = values.Length & ~7;
        ref double x = ref MemoryMarshal.GetReference(values);
        for (int k = 0; k < whole; k += 8)
            lanes += Vector512.LoadUnsafe(ref x, (nuint)k);
        double sum = Total(lanes);
        for (int k = whole; k < values.Length; k++)
            sum += values[k];
        return sum;
    }

    /// <summary>Sum of (a[k] - b[k])^2, in the order of <see cref="Dot"/>.</summary>
    public static double SquaredDistance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        Vector512<double> lanes = Vector512<double>.Zero;
        int whole = a.Length & ~7;
        ref double x = ref MemoryMarshal.GetReference(a);
        ref double y = ref MemoryMarshal.GetReference(b);
        for (int k = 0; k < whole; k += 8)
        {
            Vector512<double> difference = Vector512.LoadUnsafe(ref x, (nuint)k) - Vector512.LoadUnsafe(ref y, (nuint)k);
            lanes += difference * difference;
        }

        double sum = Total(lanes);
        for (int k = whole; k < a.Length; k++)
            sum += (a[k] - b[k]) * (a[k] - b[k]);
        return sum;
    }

    /// <summary>y[k] += factor x[k].</summary>
    public static void AddScaled(Span<double> y, double factor, ReadOnlySpan<double> x)
    {
        var scale = Vector512.Create(factor);
        int whole = x.Length & ~7;
        ref double to = ref MemoryMarshal.GetReference(y);
        ref double from = ref MemoryMarshal.GetReference(x);
        for (int k = 0; k < whole; k += 8)
            (Vector512.LoadUnsafe(ref to, (nuint)k) + (scale * Vector512.LoadUnsafe(ref from, (nuint)k))).StoreUnsafe(ref to, (nuint)k);
        for (int k = whole; k < x.Length; k++)
            y[k] += factor * x[k];
    }

    /// <summary>How many values are greater than a bound.</summary>
    public static int CountAbove(ReadOnlySpan<double> values, double bound)
    {
        Vector512<long> counts = Vector512<long>.Zero;
        var limit = Vector512.Create(bound);
        int whole = values.Length & ~7;
        ref double x = ref MemoryMarshal.GetReference(values);
        for (int k = 0; k < whole; k += 8)
            counts -= Vector512.GreaterThan(Vector512.LoadUnsafe(ref x, (nuint)k), limit).AsInt64();
        int count = (int)Vector512.Sum(counts);
        for (int k = whole; k < values.Length; k++)
            count += values[k] > bound ? 1 : 0;
        return count;
    }

    /// <summary>The lanes pairwise.</summary>
    internal static double Total(Vector512<double> lanes) =>
        ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
}
