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
        double sum = ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
        for (int k = whole; k < a.Length; k++)
            sum += a[k] * b[k];
        return sum;
    }
}
