namespace BenchWorker.Analysis;

/// <summary>L L^T = A for a symmetric positive definite matrix, row-major; solves and inverts with it.</summary>
internal sealed class Cholesky
{
    private const int RowsInBlock = 16;
    private const int ColumnsInBlock = 48;

    private readonly double[] lower;
    private readonly int n;

    private Cholesky(double[] lower, int n)
    {
        this.lower = lower;
        this.n = n;
    }

    /// <summary>Null where the matrix is not positive definite. Overwrites <paramref name="a"/>.</summary>
    /// <remarks>Columns by blocks: once the rows that cross the diagonal there are known, those below them do not wait for each other.</remarks>
    public static Cholesky? Factor(double[] a, int n)
    {
        for (int left = 0; left < n; left += ColumnsInBlock)
        {
            if (!FactorColumns(a, n, left, Math.Min(n, left + ColumnsInBlock)))
                return null;
        }

        return new(a, n);
    }

    /// <returns>False where the matrix is not positive definite.</returns>
    private static bool FactorColumns(double[] a, int n, int left, int right)
    {
        for (int i = left; i < right; i++)
        {
            Eliminate(a, n, i, left, i);
            Span<double> row = a.AsSpan(i * n, i + 1);
            double rest = row[i] - Kernels.Dot(row[..i], row[..i]);
            if (!(rest > 0))
                return false;
            row[i] = Math.Sqrt(rest);
        }

        RowBlocks.Run(n - right, RowsInBlock, (from, to) =>
        {
            for (int i = right + from; i < right + to; i++)
                Eliminate(a, n, i, left, right);
        });
        return true;
    }

    /// <summary>The elements of row i of L in columns [from, to), all left of the diagonal.</summary>
    private static void Eliminate(double[] a, int n, int i, int from, int to)
    {
        Span<double> row = a.AsSpan(i * n, n);
        for (int j = from; j < to; j++)
        {
            ReadOnlySpan<double> other = a.AsSpan(j * n, n);
            row[j] = (row[j] - Kernels.Dot(row[..j], other[..j])) / other[j];
        }
    }

    /// <summary>x with A x = b.</summary>
    public double[] Solve(ReadOnlySpan<double> b)
    {
        double[] x = b.ToArray();
        SolveInPlace(x, 0);
        return x;
    }

    /// <param name="x">b before, x after.</param>
    /// <param name="first">Where b begins to be other than 0.</param>
    private void SolveInPlace(Span<double> x, int first)
    {
        for (int i = first; i < n; i++)
            x[i] = (x[i] - Kernels.Dot(lower.AsSpan(i * n, i), x[..i])) / lower[(i * n) + i];
        for (int i = n - 1; i >= 0; i--)
        {
            x[i] /= lower[(i * n) + i];
            Kernels.AddScaled(x[..i], -x[i], lower.AsSpan(i * n, i));
        }
    }

    /// <summary>A^-1, row-major.</summary>
    public double[] Inverse()
    {
        double[] inverse = new double[n * n];
        RowBlocks.Run(n, RowsInBlock, (from, to) =>
        {
            for (int i = from; i < to; i++)
            {
                Span<double> row = inverse.AsSpan(i * n, n);
                row[i] = 1;
                SolveInPlace(row, i);
            }
        });
        return inverse;
    }
}
