namespace BenchWorker.Analysis;

/// <summary>One over the standard error of every pair's mean difference on complete tasks.</summary>
internal sealed class PairErrors
{
    /// <summary>Of the largest deviation: a smaller error is what rounding leaves of a constant difference.</summary>
    private const double Noise = 1e-12;

    /// <summary>Their scores stay in a core's cache while all others pass by.</summary>
    private const int ModelsInBlock = 8;

    private readonly double[] inverse;
    private readonly int models;

    private PairErrors(double[] inverse, int models)
    {
        this.inverse = inverse;
        this.models = models;
    }

    /// <summary>1 / se(i, j) for j &lt; i; 0 where the difference does not vary, so that such a pair is never told apart by it.</summary>
    public ReadOnlySpan<double> Inverse(int i) => inverse.AsSpan(i * models, i);

    /// <param name="complete">No missing score, at least two tasks.</param>
    /// <param name="means">By model.</param>
    public static PairErrors Of(ScoreMatrix complete, double[] means)
    {
        (int m, int t) = (complete.Models, complete.Tasks);
        double[] centered = complete.Values.ToArray();
        double largest = 0;
        for (int i = 0; i < m; i++)
        {
            foreach (ref double score in centered.AsSpan(i * t, t))
            {
                score -= means[i];
                largest = Math.Max(largest, Math.Abs(score));
            }
        }

        PairErrors errors = new(new double[m * m], m);
        RowBlocks.Run(m, ModelsInBlock, (from, to) => errors.Fill(centered, t, from, to, Noise * largest));
        return errors;
    }

    private void Fill(double[] centered, int tasks, int from, int to, double floor)
    {
        Span<double> squares = stackalloc double[FourRows.Rows];
        for (int j = 0; j < to; j += FourRows.Rows)
        {
            for (int i = Math.Max(from, j + 1); i < to; i++)
            {
                int rows = Math.Min(FourRows.Rows, i - j);
                Distances(centered, tasks, i, j, squares[..rows]);
                for (int k = 0; k < rows; k++)
                {
                    double se = Math.Sqrt(squares[k] / (tasks - 1.0) / tasks);
                    inverse[(i * models) + j + k] = se > floor && double.IsFinite(se) ? 1 / se : 0;
                }
            }
        }
    }

    /// <summary>Squared distances of model i from the models that begin with j.</summary>
    private static void Distances(double[] centered, int tasks, int i, int j, Span<double> squares)
    {
        ReadOnlySpan<double> row = centered.AsSpan(i * tasks, tasks);
        if (squares.Length == FourRows.Rows)
        {
            FourRows.SquaredDistances(row, centered.AsSpan(j * tasks, FourRows.Rows * tasks), squares);
            return;
        }

        for (int k = 0; k < squares.Length; k++)
            squares[k] = Kernels.SquaredDistance(row, centered.AsSpan((j + k) * tasks, tasks));
    }
}
