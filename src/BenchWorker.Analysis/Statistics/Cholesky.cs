namespace BenchWorker.Analysis;

/// <summary>L L^T = A for a symmetric positive definite matrix, row-major; solves and inverts with it.</summary>
internal sealed class Cholesky
{
    private readonly double[] lower;
    private readonly int n;

    private Cholesky(double[] lower, int n)
    {
        this.lower = lower;
        this.n = n;
    }

    /// <summary>Null where the matrix is not positive definite. Overwrites <paramref name="a"/>.</summary>
    public static Cholesky? Factor(double[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            Span<double> row = a.AsSpan(i * n, n);
            for (int j = 0; j <= i; j++)
            {
                ReadOnlySpan<double> other = a.AsSpan(j * n, n);
                double rest = row[j] - Kernels.Dot(row[..j], other[..j]);
                if (i != j)
                    row[j] = rest / other[j];
                else if (rest > 0)
                    row[i] = Math.Sqrt(rest);
                else
                    return null;
            }
        }

        return new(a, n);
    }

    /// <summary>x with A x = b.</summary>
    public double[] Solve(ReadOnlySpan<double> b)
    {
        double[] x = b.ToArray();
        for (int i = 0; i < n; i++)
            x[i] = (x[i] - Kernels.Dot(lower.AsSpan(i * n, i), x.AsSpan(0, i))) / lower[(i * n) + i];
        for (int i = n - 1; i >= 0; i--)
        {
            x[i] /= lower[(i * n) + i];
            Kernels.AddScaled(x.AsSpan(0, i), -x[i], lower.AsSpan(i * n, i));
        }

        return x;
    }

    /// <summary>A^-1, row-major.</summary>
    public double[] Inverse()
    {
        double[] inverse = new double[n * n];
        double[] unit = new double[n];
        for (int i = 0; i < n; i++)
        {
            unit[i] = 1;
            Solve(unit).CopyTo(inverse.AsSpan(i * n));
            unit[i] = 0;
        }

        return inverse;
    }
}
