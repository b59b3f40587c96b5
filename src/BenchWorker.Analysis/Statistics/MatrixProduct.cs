using System.Buffers;

namespace BenchWorker.Analysis;

/// <summary>C = A B for row-major matrices of double.</summary>
internal static class MatrixProduct
{
    /// <summary>A block of this many rows and a panel of B fill a core's second cache between them for about 1,000 inner elements.</summary>
    internal const int RowsInBlock = 64;

    /// <param name="a">n x inner.</param>
    /// <param name="b">inner x m.</param>
    /// <returns>n x m; every element is one chain of fused multiply-adds over the inner index in order.</returns>
    public static double[] Of(double[] a, double[] b, int n, int inner, int m)
    {
        double[] c = new double[n * m];
        Write(a, b, n, inner, m, c);
        return c;
    }

    /// <summary>The same into an array of one's own; all may be longer.</summary>
    public static void Write(double[] a, double[] b, int n, int inner, int m, double[] c)
    {
        using var right = RightFactor.Of(b, inner, m);
        RowBlocks.Run(n, RowsInBlock, (from, to) =>
            Block(a.AsSpan(from * inner, (to - from) * inner), right, to - from, inner, c.AsSpan(from * m, (to - from) * m)));
    }

    /// <summary>The same for a few rows of A, on this thread.</summary>
    internal static void Block(ReadOnlySpan<double> a, RightFactor right, int rows, int inner, Span<double> c)
    {
        double[] quads = ArrayPool<double>.Shared.Rent(RightFactor.QuadsLength(rows, inner));
        Interleave(a, quads, inner, rows);
        right.Multiply(quads.AsSpan(0, RightFactor.QuadsLength(rows, inner)), rows, c);
        ArrayPool<double>.Shared.Return(quads);
    }

    /// <summary>Four rows of A element by element, then the next four; zero beyond the last row.</summary>
    private static void Interleave(ReadOnlySpan<double> a, Span<double> quads, int inner, int rows)
    {
        quads[..RightFactor.QuadsLength(rows, inner)].Clear();
        for (int row = 0; row < rows; row++)
        {
            Span<double> quad = quads.Slice(row / RightFactor.Quad * RightFactor.Quad * inner, RightFactor.Quad * inner);
            ReadOnlySpan<double> values = a.Slice(row * inner, inner);
            for (int t = 0; t < values.Length; t++)
                quad[(t * RightFactor.Quad) + (row % RightFactor.Quad)] = values[t];
        }
    }
}
