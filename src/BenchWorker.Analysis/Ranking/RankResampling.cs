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
    /// <param name="terms">What each task adds to each model, higher is better; NaN adds nothing and is not counted.</param>
    /// <param name="weights">One per task, not negative; null weighs all alike.</param>
    public static RankResampling OfMeans(ScoreMatrix terms, ulong seed, int replicates = DefaultReplicates, IReadOnlyList<double>? weights = null) =>
        Of(new RankTerms(terms, Divide: true, weights), seed, replicates);

    /// <summary>Sum over the drawn tasks that a model has: Borda points.</summary>
    public static RankResampling OfSums(ScoreMatrix terms, ulong seed, int replicates = DefaultReplicates) =>
        Of(new RankTerms(terms, Divide: false), seed, replicates);

    internal static RankResampling Of(RankTerms terms, ulong seed, int replicates = DefaultReplicates)
    {
        int m = terms.Scores.Models;
        if (m == 0 || terms.Scores.Tasks == 0)
            return new(new ResampledRank?[m], [.. Enumerable.Repeat(double.NaN, m)]);
        var ranks = ReplicateRanks.Draw(terms, seed, replicates);
        var models = new ResampledRank?[m];
        int[] histogram = new int[m + 1];
        for (int i = 0; i < m; i++)
            models[i] = Summarise(ranks.Of(i), histogram);
        return new(models, ranks.FirstReplicate);
    }

    /// <param name="histogram">How often each rank was held, for this model and overwritten by the next; index 0 counts replicates without a rank.</param>
    private static ResampledRank? Summarise(ReadOnlySpan<int> ranks, int[] histogram)
    {
        Array.Clear(histogram);
        foreach (int rank in ranks)
            histogram[rank]++;
        int total = ranks.Length - histogram[0];
        return total == 0
            ? null
            : new(new(Quantile(histogram, total, Tail), Quantile(histogram, total, 1 - Tail)), Quantile(histogram, total, 0.5), (double)histogram[1] / ranks.Length);
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
