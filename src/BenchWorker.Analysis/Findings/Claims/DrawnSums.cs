using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BenchWorker.Analysis;

/// <summary>Sums by row of the columns that a draw holds, a column drawn three times counting three times.</summary>
internal sealed class DrawnSums
{
    private const int Lanes = 8;

    /// <summary>Rows whose sums stay in registers while the columns of a draw pass.</summary>
    private const int Block = 4 * Lanes;

    private readonly int stride;

    /// <summary>[column, row], rows filled up to whole blocks; 0 where missing.</summary>
    private readonly double[] values;
    private readonly double[] sums;
    private readonly int[] drawn;

    public DrawnSums(ScoreColumns scores)
    {
        stride = (scores.Rows + Block - 1) / Block * Block;
        (values, sums, drawn) = (new double[scores.Count * stride], new double[stride], new int[scores.Count]);
        for (int column = 0; column < scores.Count; column++)
        {
            ReadOnlySpan<double> read = scores.Of(column);
            for (int row = 0; row < read.Length; row++)
                values[(column * stride) + row] = double.IsNaN(read[row]) ? 0 : read[row];
        }
    }

    /// <param name="times">How often each column was drawn.</param>
    /// <returns>Valid until the next call.</returns>
    public ReadOnlySpan<double> Of(int[] times)
    {
        int count = 0;
        for (int column = 0; column < times.Length; column++)
        {
            drawn[count] = column;
            count += times[column] > 0 ? 1 : 0;
        }

        ref double value = ref MemoryMarshal.GetArrayDataReference(values);
        for (int row = 0; row < stride; row += Block)
        {
            Vector512<double> a = default, b = default, c = default, d = default;
            foreach (int column in drawn.AsSpan(0, count))
            {
                var weight = Vector512.Create((double)times[column]);
                nuint at = (nuint)((column * stride) + row);
                a += weight * Vector512.LoadUnsafe(ref value, at);
                b += weight * Vector512.LoadUnsafe(ref value, at + Lanes);
                c += weight * Vector512.LoadUnsafe(ref value, at + (2 * Lanes));
                d += weight * Vector512.LoadUnsafe(ref value, at + (3 * Lanes));
            }

            a.CopyTo(sums, row);
            b.CopyTo(sums, row + Lanes);
            c.CopyTo(sums, row + (2 * Lanes));
            d.CopyTo(sums, row + (3 * Lanes));
        }

        return sums;
    }
}
