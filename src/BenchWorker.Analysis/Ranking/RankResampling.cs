namespace BenchWorker.Analysis;

/// <summary>Where a model ranks when the tasks are drawn again.</summary>
/// <param name="Range">Central 95 % of its ranks; a resampling range, not a confidence interval (inconsistent near ties).</param>
/// <param name="Median">Middle rank.</param>
/// <param name="FirstShare">Share of the replicates in which it is first or tied for first.</param>
public readonly record struct ResampledRank(RankInterval Range, int Median, double FirstShare);

/// <summary>Ranks over bootstrap replicates of the tasks, for a ranking that is a sum or a mean over tasks.</summary>
/// <param name="Models">Null for a model without a term.</param>
/// <param name="FirstReplicate">The scores of the first replicate, as a check value; NaN where a model had no task in it.</param>
public sealed record RankResampling(IReadOnlyList<ResampledRank?> Models, IReadOnlyList<double> FirstReplicate)
{
    public const int DefaultReplicates = 1000;

    private const double Tail = 0.025;

    /// <summary>Mean over the drawn tasks that a model has.</summary>
    /// <param name="weights">One per task, not negative; null weighs all alike.</param>
    public static RankResampling OfMeans(ScoreMatrix terms, ulong seed, int replicates = DefaultReplicates, IReadOnlyList<double>? weights = null) =>
        Of(terms, seed, replicates, divide: true, weights);

    /// <summary>Sum over the drawn tasks that a model has: Borda points.</summary>
    public static RankResampling OfSums(ScoreMatrix terms, ulong seed, int replicates = DefaultReplicates) => Of(terms, seed, replicates, divide: false, weights: null);

    /// <param name="terms">What each task adds to each model, higher is better; NaN adds nothing and is not counted.</param>
    private static RankResampling Of(ScoreMatrix terms, ulong seed, int replicates, bool divide, IReadOnlyList<double>? weights)
    {
        (int m, int t) = (terms.Models, terms.Tasks);
        if (m == 0 || t == 0)
            return new(new ResampledRank?[m], [.. Enumerable.Repeat(double.NaN, m)]);
        double[] scores = Scores(terms, seed, replicates, divide, weights);
        int[] histogram = new int[m * (m + 1)];
        for (int r = 0; r < replicates; r++)
            CountRanks(scores.AsSpan(r * m, m), histogram);
        return new([.. Enumerable.Range(0, m).Select(i => Summarise(histogram.AsSpan(i * (m + 1), m + 1), replicates))], scores[..m]);
    }

    /// <summary>[replicate, model].</summary>
    private static double[] Scores(ScoreMatrix terms, ulong seed, int replicates, bool divide, IReadOnlyList<double>? weights)
    {
        (int m, int t) = (terms.Models, terms.Tasks);
        double[] counts = TaskResampling.Counts(t, seed, replicates);
        double[] byTask = terms.Transposed().Values.ToArray();
        double[] present = new double[byTask.Length];
        bool complete = weights is null;
        for (int k = 0; k < byTask.Length; k++)
        {
            bool has = !double.IsNaN(byTask[k]);
            complete &= has;
            double weight = weights?[k / m] ?? 1;
            present[k] = has ? weight : 0;
            byTask[k] = has ? byTask[k] * weight : 0;
        }

        double[] sums = MatrixProduct.Of(counts, byTask, replicates, t, m);
        if (complete && !divide)
            return sums;
        double[]? drawn = complete ? null : MatrixProduct.Of(counts, present, replicates, t, m);
        for (int k = 0; k < sums.Length; k++)
        {
            double n = drawn?[k] ?? t;
            sums[k] = n == 0 ? double.NaN : divide ? sums[k] / n : sums[k];
        }

        return sums;
    }

    /// <summary>Adds one replicate's competition ranks, by counting the keys above each.</summary>
    private static void CountRanks(Span<double> scores, int[] histogram)
    {
        double[] keys = TieGrid.Of(scores);
        int m = keys.Length;
        for (int i = 0; i < m; i++)
        {
            if (!double.IsNaN(keys[i]))
                histogram[(i * (m + 1)) + 1 + Kernels.CountAbove(keys, keys[i])]++;
        }
    }

    /// <param name="counts">How often each rank was held; index 0 is unused.</param>
    private static ResampledRank? Summarise(ReadOnlySpan<int> counts, int replicates)
    {
        int total = 0;
        foreach (int count in counts)
            total += count;
        return total == 0 ? null : new(new(Quantile(counts, total, Tail), Quantile(counts, total, 1 - Tail)), Quantile(counts, total, 0.5), (double)counts[1] / replicates);
    }

    /// <summary>Type 1: the smallest rank whose cumulative share reaches p.</summary>
    private static int Quantile(ReadOnlySpan<int> counts, int total, double p)
    {
        double needed = (p * total) - 1e-9;
        int reached = 0;
        for (int rank = 1; rank < counts.Length; rank++)
        {
            reached += counts[rank];
            if (reached > 0 && reached >= needed)
                return rank;
        }

        return counts.Length - 1;
    }
}
