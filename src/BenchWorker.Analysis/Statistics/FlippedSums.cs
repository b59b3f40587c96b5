using System.Buffers;

namespace BenchWorker.Analysis;

/// <summary>Every column's sum under every draw of signs, one sign a row: a product of signs and values.</summary>
/// <remarks>
/// Laid in panels of eight columns: of the first draw eight sums, of the second, ...; zero beyond the last column. The differences of two
/// columns flip with the signs, so that these sums serve all pairs of columns.
/// </remarks>
internal sealed class FlippedSums : IDisposable
{
    internal const int PanelColumns = 8;

    private readonly double[] panels;
    private readonly int columns;

    private FlippedSums(int draws, int columns)
    {
        (Draws, this.columns) = (draws, columns);
        panels = ArrayPool<double>.Shared.Rent(PanelCount * draws * PanelColumns);
        panels.AsSpan().Clear();
    }

    public int Draws { get; }

    public int PanelCount => (columns + PanelColumns - 1) / PanelColumns;

    /// <param name="values">rows x columns, row-major.</param>
    /// <param name="sign">Fills the signs of one draw, one a row.</param>
    public static FlippedSums Of(double[] values, int rows, int columns, int draws, Action<int, Span<double>> sign)
    {
        FlippedSums sums = new(draws, columns);
        using var right = RightFactor.Of(values, rows, columns);
        RowBlocks.Run(draws, MatrixProduct.RowsInBlock, (from, to) =>
        {
            double[] signs = ArrayPool<double>.Shared.Rent((to - from) * rows);
            double[] product = ArrayPool<double>.Shared.Rent((to - from) * columns);
            for (int draw = from; draw < to; draw++)
                sign(draw, signs.AsSpan((draw - from) * rows, rows));
            MatrixProduct.Block(signs.AsSpan(0, (to - from) * rows), right, to - from, rows, product);
            sums.Lay(product, from, to);
            ArrayPool<double>.Shared.Return(signs);
            ArrayPool<double>.Shared.Return(product);
        });
        return sums;
    }

    public ReadOnlySpan<double> Panel(int panel) => panels.AsSpan(panel * Draws * PanelColumns, Draws * PanelColumns);

    public void Dispose() => ArrayPool<double>.Shared.Return(panels);

    private void Lay(ReadOnlySpan<double> product, int from, int to)
    {
        for (int draw = from; draw < to; draw++)
        {
            ReadOnlySpan<double> row = product.Slice((draw - from) * columns, columns);
            for (int column = 0; column < columns; column += PanelColumns)
            {
                row.Slice(column, Math.Min(PanelColumns, columns - column))
                    .CopyTo(panels.AsSpan(((column / PanelColumns * Draws) + draw) * PanelColumns));
            }
        }
    }
}
