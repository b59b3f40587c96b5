using System.Buffers;
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
internal sealed class RightFactor : IDisposable
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

    /// <param name="b">inner x columns, row-major; may be longer.</param>
    public static RightFactor Of(double[] b, int inner, int columns)
    {
        int count = (columns + PanelColumns - 1) / PanelColumns;
        double[] laid = ArrayPool<double>.Shared.Rent(count * inner * PanelColumns);
        RowBlocks.Run(count, 1, (panel, _) =>
        {
            int column = panel * PanelColumns;
            int width = Math.Min(PanelColumns, columns - column);
            for (int t = 0; t < inner; t++)
            {
                Span<double> row = laid.AsSpan(((panel * inner) + t) * PanelColumns, PanelColumns);
                b.AsSpan((t * columns) + column, width).CopyTo(row);
                row[width..].Clear();
            }
        });
        return new(laid, inner, columns);
    }

    public void Dispose() => ArrayPool<double>.Shared.Return(panels);

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

    /// <summary>Four rows of A against a slice of a panel.</summary>
    /// <remarks>Sixteen sums by name: in an array or a structure of them the compiler would keep them in memory, at a third of the speed.</remarks>
    private static void Block(ReadOnlySpan<double> quad, ReadOnlySpan<double> panel, Span<double> strip)
    {
        ref double x = ref MemoryMarshal.GetReference(quad);
        ref double y = ref MemoryMarshal.GetReference(panel);
        ref double sums = ref MemoryMarshal.GetReference(strip);
        (Vector512<double> s00, Vector512<double> s01, Vector512<double> s02, Vector512<double> s03) = Load(ref sums, 0);
        (Vector512<double> s10, Vector512<double> s11, Vector512<double> s12, Vector512<double> s13) = Load(ref sums, 1);
        (Vector512<double> s20, Vector512<double> s21, Vector512<double> s22, Vector512<double> s23) = Load(ref sums, 2);
        (Vector512<double> s30, Vector512<double> s31, Vector512<double> s32, Vector512<double> s33) = Load(ref sums, 3);
        int length = quad.Length / Quad;
        for (int t = 0; t < length; t++)
        {
            (Vector512<double> y0, Vector512<double> y1, Vector512<double> y2, Vector512<double> y3) = Load(ref y, t);
            ref double factors = ref Unsafe.Add(ref x, t * Quad);
            var x0 = Vector512.Create(Unsafe.Add(ref factors, 0));
            s00 = Vector512.FusedMultiplyAdd(x0, y0, s00);
            s01 = Vector512.FusedMultiplyAdd(x0, y1, s01);
            s02 = Vector512.FusedMultiplyAdd(x0, y2, s02);
            s03 = Vector512.FusedMultiplyAdd(x0, y3, s03);
            var x1 = Vector512.Create(Unsafe.Add(ref factors, 1));
            s10 = Vector512.FusedMultiplyAdd(x1, y0, s10);
            s11 = Vector512.FusedMultiplyAdd(x1, y1, s11);
            s12 = Vector512.FusedMultiplyAdd(x1, y2, s12);
            s13 = Vector512.FusedMultiplyAdd(x1, y3, s13);
            var x2 = Vector512.Create(Unsafe.Add(ref factors, 2));
            s20 = Vector512.FusedMultiplyAdd(x2, y0, s20);
            s21 = Vector512.FusedMultiplyAdd(x2, y1, s21);
            s22 = Vector512.FusedMultiplyAdd(x2, y2, s22);
            s23 = Vector512.FusedMultiplyAdd(x2, y3, s23);
            var x3 = Vector512.Create(Unsafe.Add(ref factors, 3));
            s30 = Vector512.FusedMultiplyAdd(x3, y0, s30);
            s31 = Vector512.FusedMultiplyAdd(x3, y1, s31);
            s32 = Vector512.FusedMultiplyAdd(x3, y2, s32);
            s33 = Vector512.FusedMultiplyAdd(x3, y3, s33);
        }

        Store(ref sums, 0, s00, s01, s02, s03);
        Store(ref sums, 1, s10, s11, s12, s13);
        Store(ref sums, 2, s20, s21, s22, s23);
        Store(ref sums, 3, s30, s31, s32, s33);
    }

    /// <summary>Row t of a panel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<double> Y0, Vector512<double> Y1, Vector512<double> Y2, Vector512<double> Y3) Load(ref double panel, int t)
    {
        nuint at = (nuint)(t * PanelColumns);
        return (Vector512.LoadUnsafe(ref panel, at), Vector512.LoadUnsafe(ref panel, at + Lanes), Vector512.LoadUnsafe(ref panel, at + (2 * Lanes)), Vector512.LoadUnsafe(ref panel, at + (3 * Lanes)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref double strip, int row, Vector512<double> s0, Vector512<double> s1, Vector512<double> s2, Vector512<double> s3)
    {
        nuint at = (nuint)(row * PanelColumns);
        s0.StoreUnsafe(ref strip, at);
        s1.StoreUnsafe(ref strip, at + Lanes);
        s2.StoreUnsafe(ref strip, at + (2 * Lanes));
        s3.StoreUnsafe(ref strip, at + (3 * Lanes));
    }
}
