using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BenchWorker.Analysis;

/// <summary>One row against four others: what is loaded of the one serves all four, and four results at once hide the wait for each.</summary>
/// <remarks>Orders are those of <see cref="Kernels"/>, whatever the vector width.</remarks>
internal static class FourRows
{
    internal const int Rows = 4;

    private const int Lanes = 8;

    /// <summary>Sums of (a[k] - row[k])^2 for four rows that lie one after another, each in the order of <see cref="Kernels.Dot"/>.</summary>
    public static void SquaredDistances(ReadOnlySpan<double> a, ReadOnlySpan<double> rows, Span<double> squares)
    {
        Vector512<double> s0 = default, s1 = default, s2 = default, s3 = default;
        ref double x = ref MemoryMarshal.GetReference(a);
        ref double y = ref MemoryMarshal.GetReference(rows);
        int length = a.Length;
        int whole = length & ~(Lanes - 1);
        for (int k = 0; k < whole; k += Lanes)
        {
            var value = Vector512.LoadUnsafe(ref x, (nuint)k);
            s0 += Square(value - Vector512.LoadUnsafe(ref y, (nuint)k));
            s1 += Square(value - Vector512.LoadUnsafe(ref y, (nuint)(length + k)));
            s2 += Square(value - Vector512.LoadUnsafe(ref y, (nuint)((2 * length) + k)));
            s3 += Square(value - Vector512.LoadUnsafe(ref y, (nuint)((3 * length) + k)));
        }

        (squares[0], squares[1], squares[2], squares[3]) = (Kernels.Total(s0), Kernels.Total(s1), Kernels.Total(s2), Kernels.Total(s3));
        for (int k = whole; k < length; k++)
        {
            for (int row = 0; row < Rows; row++)
                squares[row] += (a[k] - rows[(row * length) + k]) * (a[k] - rows[(row * length) + k]);
        }
    }

    /// <summary>Raises four maxima to the largest |row[k] - row[at]| scale[k] over k &lt; at. A distance that is no number raises nothing.</summary>
    /// <param name="rows">Four rows of equal length, one after another.</param>
    public static void RaiseToScaledDistances(ReadOnlySpan<double> rows, int at, ReadOnlySpan<double> scale, Span<double> maxima)
    {
        int length = rows.Length / Rows;
        ref double x = ref MemoryMarshal.GetReference(rows);
        ref double y = ref MemoryMarshal.GetReference(scale);
        Vector512<double> m0 = default, m1 = default, m2 = default, m3 = default;
        var (c0, c1) = (Vector512.Create(rows[at]), Vector512.Create(rows[length + at]));
        var (c2, c3) = (Vector512.Create(rows[(2 * length) + at]), Vector512.Create(rows[(3 * length) + at]));
        int whole = at & ~(Lanes - 1);
        for (int k = 0; k < whole; k += Lanes)
        {
            var factor = Vector512.LoadUnsafe(ref y, (nuint)k);
            m0 = Larger(m0, Vector512.Abs(Vector512.LoadUnsafe(ref x, (nuint)k) - c0) * factor);
            m1 = Larger(m1, Vector512.Abs(Vector512.LoadUnsafe(ref x, (nuint)(length + k)) - c1) * factor);
            m2 = Larger(m2, Vector512.Abs(Vector512.LoadUnsafe(ref x, (nuint)((2 * length) + k)) - c2) * factor);
            m3 = Larger(m3, Vector512.Abs(Vector512.LoadUnsafe(ref x, (nuint)((3 * length) + k)) - c3) * factor);
        }

        Raise(m0, rows[..length], whole, at, scale, ref maxima[0]);
        Raise(m1, rows.Slice(length, length), whole, at, scale, ref maxima[1]);
        Raise(m2, rows.Slice(2 * length, length), whole, at, scale, ref maxima[2]);
        Raise(m3, rows.Slice(3 * length, length), whole, at, scale, ref maxima[3]);
    }

    private static void Raise(Vector512<double> found, ReadOnlySpan<double> row, int from, int at, ReadOnlySpan<double> scale, ref double maximum)
    {
        for (int lane = 0; lane < Lanes; lane++)
            maximum = found[lane] > maximum ? found[lane] : maximum;
        for (int k = from; k < at; k++)
        {
            double distance = Math.Abs(row[k] - row[at]) * scale[k];
            maximum = distance > maximum ? distance : maximum;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Square(Vector512<double> x) => x * x;

    /// <summary>The machine's own maxima differ over NaN; a comparison does not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Larger(Vector512<double> a, Vector512<double> b) => Vector512.ConditionalSelect(Vector512.GreaterThan(b, a), b, a);
}
