using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BenchWorker.Analysis;

/// <summary>The right matrix of products, laid out once for many: panels of 32 of its columns, zero beyond the last.</summary>
/// <remarks>
/// Vectors run along the columns of B, and every element of C is one chain of fused multiply-adds over the inner index in order. The
/// result is therefore the same bit for bit whatever the vector width. Blocks of 4 x 32 of C stay in registers, and a slice of a panel in
/// the first cache while all rows pass by it; between slices the chains rest in memory.
/// </remarks>
internal sealed class RightFactor
{
    /// <summary>Rows of A that are multiplied at once; the caller hands them over element by element, so that the inner loop reads forward.</summary>
    internal const int Quad = 4;

    private const int Lanes = 8;
    private const int PanelColumns = 4 * Lanes;

    /// <summary>Rows of a panel that fill half of the first cache: 24 KB.</summary>
    private const int SliceRows = 96;

    private readonly double[] panels;
    private readonly int inner;
    private readonly int columns;

    private RightFactor(double[] panels, int inner, int columns) => (this.panels, this.inner, this.columns) = (panels, inner, columns);

    /// <param name="b">inner x columns, row-major.</param>
    public static RightFactor Of(double[] b, int inner, int columns)
    {
        int count = (columns + PanelColumns - 1) / PanelColumns;
        double[] laid = new double[count * inner * PanelColumns];
        RowBlocks.Run(count, 1, (panel, _) =>
        {
            int column = panel * PanelColumns;
            for (int t = 0; t < inner; t++)
                b.AsSpan((t * columns) + column, Math.Min(PanelColumns, columns - column)).CopyTo(laid.AsSpan(((panel * inner) + t) * PanelColumns));
        });
        return new(laid, inner, columns);
    }

    /// <summary>Length of so many rows of A, four by four.</summary>
    public static int QuadsLength(int rows, int inner) => (rows + Quad - 1) / Quad * Quad * inner;

    /// <param name="quads">Rows of A: of each four the first elements, then the second ones, ...; zero beyond the last row.</param>
    /// <param name="rows">At most <see cref="MatrixProduct.RowsInBlock"/>.</param>
    /// <param name="c">rows x columns, row-major.</param>
    public void Multiply(ReadOnlySpan<double> quads, int rows, Span<double> c)
    {
        Span<double> sums = stackalloc double[MatrixProduct.RowsInBlock * PanelColumns];
        for (int column = 0; column < columns; column += PanelColumns)
        {
            sums.Clear();
            for (int t = 0; t < inner; t += SliceRows)
                AddSlice(quads, rows, panels.AsSpan((column * inner) + (t * PanelColumns), Math.Min(SliceRows, inner - t) * PanelColumns), t, sums);
            int width = Math.Min(PanelColumns, columns - column);
            for (int row = 0; row < rows; row++)
                sums.Slice(row * PanelColumns, width).CopyTo(c[((row * columns) + column)..]);
        }
    }

    /// <summary>A slice of a panel, which begins with its row t, against all rows of A.</summary>
    private void AddSlice(ReadOnlySpan<double> quads, int rows, ReadOnlySpan<double> slice, int t, Span<double> sums)
    {
        int length = slice.Length / PanelColumns * Quad;
        for (int row = 0; row < rows; row += Quad)
            Block(quads.Slice((row * inner) + (t * Quad), length), slice, sums.Slice(row * PanelColumns, Quad * PanelColumns));
    }

    private static void Block(ReadOnlySpan<double> quad, ReadOnlySpan<double> panel, Span<double> strip)
    {
        ref double x = ref MemoryMarshal.GetReference(quad);
        ref double y = ref MemoryMarshal.GetReference(panel);
        var r0 = new Row(strip);
        var r1 = new Row(strip[PanelColumns..]);
        var r2 = new Row(strip[(2 * PanelColumns)..]);
        var r3 = new Row(strip[(3 * PanelColumns)..]);
        int length = quad.Length / Quad;
        for (int t = 0; t < length; t++)
        {
            nuint at = (nuint)(t * PanelColumns);
            var y0 = Vector512.LoadUnsafe(ref y, at);
            var y1 = Vector512.LoadUnsafe(ref y, at + Lanes);
            var y2 = Vector512.LoadUnsafe(ref y, at + (2 * Lanes));
            var y3 = Vector512.LoadUnsafe(ref y, at + (3 * Lanes));
            ref double factors = ref Unsafe.Add(ref x, t * Quad);
            r0.Add(Vector512.Create(factors), y0, y1, y2, y3);
            r1.Add(Vector512.Create(Unsafe.Add(ref factors, 1)), y0, y1, y2, y3);
            r2.Add(Vector512.Create(Unsafe.Add(ref factors, 2)), y0, y1, y2, y3);
            r3.Add(Vector512.Create(Unsafe.Add(ref factors, 3)), y0, y1, y2, y3);
        }

        r0.Store(strip);
        r1.Store(strip[PanelColumns..]);
        r2.Store(strip[(2 * PanelColumns)..]);
        r3.Store(strip[(3 * PanelColumns)..]);
    }

    /// <summary>32 running sums of one row of the block.</summary>
    private struct Row
    {
        private Vector512<double> s0;
        private Vector512<double> s1;
        private Vector512<double> s2;
        private Vector512<double> s3;

        public Row(ReadOnlySpan<double> strip) =>
            (s0, s1, s2, s3) = (Vector512.Create(strip), Vector512.Create(strip[Lanes..]), Vector512.Create(strip[(2 * Lanes)..]), Vector512.Create(strip[(3 * Lanes)..]));

        public void Add(Vector512<double> x, Vector512<double> y0, Vector512<double> y1, Vector512<double> y2, Vector512<double> y3)
        {
            s0 = Vector512.FusedMultiplyAdd(x, y0, s0);
            s1 = Vector512.FusedMultiplyAdd(x, y1, s1);
            s2 = Vector512.FusedMultiplyAdd(x, y2, s2);
            s3 = Vector512.FusedMultiplyAdd(x, y3, s3);
        }

        public readonly void Store(Span<double> strip)
        {
            s0.CopyTo(strip);
            s1.CopyTo(strip[Lanes..]);
            s2.CopyTo(strip[(2 * Lanes)..]);
            s3.CopyTo(strip[(3 * Lanes)..]);
        }
    }
}
