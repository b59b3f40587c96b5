using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BenchWorker.Analysis;

/// <summary>C = A B for row-major matrices of double.</summary>
/// <remarks>
/// Vectors run along the columns of B, and every element of C is one chain of fused multiply-adds over the inner index in order. The
/// result is therefore the same bit for bit whatever the vector width. Blocks of 4 x 32 of C stay in registers.
/// </remarks>
internal static class MatrixProduct
{
    private const int BlockRows = 4;
    private const int Lanes = 8;
    private const int BlockColumns = 4 * Lanes;

    /// <param name="a">n x inner.</param>
    /// <param name="b">inner x m.</param>
    /// <returns>n x m.</returns>
    public static double[] Of(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int n, int inner, int m)
    {
        double[] c = new double[n * m];
        double[] panel = new double[inner * BlockColumns];
        double[] strip = new double[BlockRows * BlockColumns];
        double[] rows = new double[BlockRows * inner];
        for (int column = 0; column < m; column += BlockColumns)
        {
            int width = Math.Min(BlockColumns, m - column);
            Pack(b, panel, inner, m, column, width);
            for (int row = 0; row < n; row += BlockRows)
            {
                int height = Math.Min(BlockRows, n - row);
                Interleave(a, rows, inner, row, height);
                Block(rows, panel, strip, inner);
                for (int k = 0; k < height; k++)
                    strip.AsSpan(k * BlockColumns, width).CopyTo(c.AsSpan(((row + k) * m) + column, width));
            }
        }

        return c;
    }

    /// <summary>Columns [column, column + width) of B side by side, zero beyond.</summary>
    private static void Pack(ReadOnlySpan<double> b, double[] panel, int inner, int m, int column, int width)
    {
        Array.Clear(panel);
        for (int t = 0; t < inner; t++)
            b.Slice((t * m) + column, width).CopyTo(panel.AsSpan(t * BlockColumns));
    }

    /// <summary>Four rows of A, element by element, so that the inner loop reads forward.</summary>
    private static void Interleave(ReadOnlySpan<double> a, double[] rows, int inner, int row, int height)
    {
        for (int k = 0; k < BlockRows; k++)
        {
            for (int t = 0; t < inner; t++)
                rows[(t * BlockRows) + k] = k < height ? a[((row + k) * inner) + t] : 0;
        }
    }

    private static void Block(double[] rows, double[] panel, double[] strip, int inner)
    {
        ref double x = ref MemoryMarshal.GetArrayDataReference(rows);
        ref double y = ref MemoryMarshal.GetArrayDataReference(panel);
        var r0 = default(Row);
        var r1 = default(Row);
        var r2 = default(Row);
        var r3 = default(Row);
        for (int t = 0; t < inner; t++)
        {
            nuint at = (nuint)(t * BlockColumns);
            var y0 = Vector512.LoadUnsafe(ref y, at);
            var y1 = Vector512.LoadUnsafe(ref y, at + Lanes);
            var y2 = Vector512.LoadUnsafe(ref y, at + (2 * Lanes));
            var y3 = Vector512.LoadUnsafe(ref y, at + (3 * Lanes));
            ref double factors = ref Unsafe.Add(ref x, t * BlockRows);
            r0.Add(Vector512.Create(factors), y0, y1, y2, y3);
            r1.Add(Vector512.Create(Unsafe.Add(ref factors, 1)), y0, y1, y2, y3);
            r2.Add(Vector512.Create(Unsafe.Add(ref factors, 2)), y0, y1, y2, y3);
            r3.Add(Vector512.Create(Unsafe.Add(ref factors, 3)), y0, y1, y2, y3);
        }

        r0.Store(strip, 0);
        r1.Store(strip, BlockColumns);
        r2.Store(strip, 2 * BlockColumns);
        r3.Store(strip, 3 * BlockColumns);
    }

    /// <summary>32 running sums of one row of the block.</summary>
    private struct Row
    {
        private Vector512<double> s0;
        private Vector512<double> s1;
        private Vector512<double> s2;
        private Vector512<double> s3;

        public void Add(Vector512<double> x, Vector512<double> y0, Vector512<double> y1, Vector512<double> y2, Vector512<double> y3)
        {
            s0 = Vector512.FusedMultiplyAdd(x, y0, s0);
            s1 = Vector512.FusedMultiplyAdd(x, y1, s1);
            s2 = Vector512.FusedMultiplyAdd(x, y2, s2);
            s3 = Vector512.FusedMultiplyAdd(x, y3, s3);
        }

        public readonly void Store(double[] strip, int at)
        {
            s0.CopyTo(strip, at);
            s1.CopyTo(strip, at + Lanes);
            s2.CopyTo(strip, at + (2 * Lanes));
            s3.CopyTo(strip, at + (3 * Lanes));
        }
    }
}
