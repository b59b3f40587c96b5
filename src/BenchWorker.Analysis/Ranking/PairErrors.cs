namespace BenchWorker.Analysis;

/// <summary>One over the standard error of every pair's mean difference on complete tasks.</summary>
internal sealed class PairErrors
{
    /// <summary>Of the largest deviation: a smaller error is what rounding leaves of a constant difference.</summary>
    private const double Noise = 1e-12;

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
    public static PairErrors Of(ScoreMatrix complete)
    {
        (int m, int t) = (complete.Models, complete.Tasks);
        double[] errors = new double[m * m];
        double[] centered = new double[m * t];
        for (int i = 0; i < m; i++)
        {
            double mean = StableSum.Mean(complete.Row(i).ToArray());
            for (int k = 0; k < t; k++)
                centered[(i * t) + k] = complete[i, k] - mean;
        }

        double floor = Noise * centered.Max(Math.Abs);
        for (int i = 1; i < m; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double squares = Kernels.SquaredDistance(centered.AsSpan(i * t, t), centered.AsSpan(j * t, t));
                double se = Math.Sqrt(squares / (t - 1.0) / t);
                errors[(i * m) + j] = se > floor && double.IsFinite(se) ? 1 / se : 0;
            }
        }

        return new(errors, m);
    }
}
