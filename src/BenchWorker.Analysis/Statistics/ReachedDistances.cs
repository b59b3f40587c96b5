using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BenchWorker.Analysis;

/// <summary>Counts how often two columns of <see cref="FlippedSums"/> lie at least so far apart, four columns against eight at once.</summary>
internal static class ReachedDistances
{
    internal const int Columns = 4;

    private const int Lanes = FlippedSums.PanelColumns;

    /// <param name="four">The panel of the four columns.</param>
    /// <param name="first">Which of the panel's columns is the first of them.</param>
    /// <param name="eight">The panel of the eight.</param>
    /// <param name="bounds">[column of the four, column of the eight].</param>
    /// <param name="hits">In the same order.</param>
    public static void Count(ReadOnlySpan<double> four, int first, ReadOnlySpan<double> eight, ReadOnlySpan<double> bounds, Span<long> hits)
    {
        Vector512<long> c0 = default, c1 = default, c2 = default, c3 = default;
        (Vector512<double> b0, Vector512<double> b1) = (Vector512.Create(bounds), Vector512.Create(bounds[Lanes..]));
        (Vector512<double> b2, Vector512<double> b3) = (Vector512.Create(bounds[(2 * Lanes)..]), Vector512.Create(bounds[(3 * Lanes)..]));
        ref double x = ref Unsafe.Add(ref MemoryMarshal.GetReference(four), first);
        ref double y = ref MemoryMarshal.GetReference(eight);
        for (int k = 0; k < eight.Length; k += Lanes)
        {
            var sums = Vector512.LoadUnsafe(ref y, (nuint)k);
            ref double one = ref Unsafe.Add(ref x, k);
            c0 -= Reached(sums, one, b0);
            c1 -= Reached(sums, Unsafe.Add(ref one, 1), b1);
            c2 -= Reached(sums, Unsafe.Add(ref one, 2), b2);
            c3 -= Reached(sums, Unsafe.Add(ref one, 3), b3);
        }

        c0.CopyTo(hits);
        c1.CopyTo(hits[Lanes..]);
        c2.CopyTo(hits[(2 * Lanes)..]);
        c3.CopyTo(hits[(3 * Lanes)..]);
    }

    /// <summary>-1 where it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> Reached(Vector512<double> sums, double one, Vector512<double> bound) =>
        Vector512.GreaterThanOrEqual(Vector512.Abs(sums - Vector512.Create(one)), bound).AsInt64();
}
