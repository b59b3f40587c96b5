namespace BenchWorker.Analysis;

/// <summary>How often each model ranks ahead of each other when the tasks are drawn again: the share of replicates, level ones counting half.</summary>
/// <remarks>
/// Efron and Tibshirani (1993), ch. 13. It says how much the order of a pair hangs on the choice of tasks; like every resampling range it is
/// no probability that the order is true. Counted on ranks, so that no width of vectors and no number of threads changes a share.
/// </remarks>
public sealed class PairChances
{
    /// <summary>Their ranks stay in a core's cache while all others pass by.</summary>
    private const int ModelsInBlock = 8;

    private readonly ReplicateRanks ranks;
    private readonly int models;

    /// <summary>By model, whether some replicate drew no task of it.</summary>
    private readonly bool[] gaps;

    private PairChances(ReplicateRanks ranks, int models)
    {
        (this.ranks, this.models) = (ranks, models);
        gaps = [.. Enumerable.Range(0, models).Select(i => ranks.Of(i).Contains(0))];
    }

    /// <summary>For a ranking by the mean over tasks; a missing score is left out.</summary>
    public static PairChances OfMeans(ScoreMatrix scores, ulong seed, int replicates = RankResampling.DefaultReplicates) =>
        Of(new RankTerms(scores, Divide: true), seed, replicates);

    internal static PairChances Of(RankTerms terms, ulong seed, int replicates = RankResampling.DefaultReplicates) =>
        new(ReplicateRanks.Draw(terms, seed, replicates), terms.Scores.Models);

    /// <summary>Share of the replicates in which i is ahead of j, in [0, 1]; NaN where they never both have a rank.</summary>
    public double Ahead(int i, int j)
    {
        int lead = RankLeads.OfOne(ranks.Of(i), ranks.Of(j), out int both);
        return Share(lead, both);
    }

    /// <summary>The shares of all pairs, row-major: [i, j] is i ahead of j; the diagonal is 1/2.</summary>
    public double[] All()
    {
        double[] shares = new double[models * models];
        RowBlocks.Run(models, ModelsInBlock, (from, to) =>
        {
            for (int i = 0; i < to; i += RankLeads.Rows)
            {
                for (int j = Math.Max(from, i + 1); j < to; j++)
                    Fill(j, i, Math.Min(RankLeads.Rows, j - i), shares);
            }
        });
        for (int i = 0; i < models; i++)
            shares[(i * models) + i] = 0.5;
        return shares;
    }

    /// <summary>Model j and the models that begin with i, all of them before it.</summary>
    private void Fill(int j, int i, int count, double[] shares)
    {
        Span<int> leads = stackalloc int[RankLeads.Rows];
        bool whole = count == RankLeads.Rows && !gaps[j] && !gaps.AsSpan(i, count).Contains(true);
        if (whole)
            RankLeads.OfFour(ranks.Of(j), ranks.From(i, count), leads);
        for (int k = 0; k < count; k++)
        {
            double share = whole ? Share(leads[k], ranks.Of(j).Length) : Ahead(j, i + k);
            shares[(j * models) + i + k] = share;
            shares[((i + k) * models) + j] = 1 - share;
        }
    }

    private static double Share(int lead, int both) => both == 0 ? double.NaN : (both + lead) / (2.0 * both);
}
