namespace BenchWorker.Analysis;

/// <summary>Critical difference of mean ranks: draws the diagram, and only that. Claims about pairs use paired tests with Holm.</summary>
/// <param name="Critical">q_alpha: the studentised range quantile for k models, infinite degrees of freedom, over sqrt 2.</param>
/// <param name="Difference">CD: mean ranks nearer than this are not told apart.</param>
/// <param name="Groups">Maximal runs of models with a span of at most CD, each by mean rank, as indices; they overlap and are no partition.</param>
/// <remarks>Nemenyi (1963); Demsar, JMLR 7 (2006). Mean-rank tests depend on the pool of models (Benavoli, Corani and Mangili 2016).</remarks>
public sealed record Nemenyi(double Critical, double Difference, IReadOnlyList<IReadOnlyList<int>> Groups)
{
    /// <exception cref="ArgumentException">The Friedman test was not possible: fewer than two models or tasks.</exception>
    public static Nemenyi Of(Friedman friedman, double alpha = 0.05)
    {
        if (friedman.Status == FriedmanStatus.TooSmall)
            throw new ArgumentException("A critical difference needs at least two models and two complete tasks.", nameof(friedman));
        double critical = CriticalDifference.Critical(friedman.Models, alpha);
        double difference = critical * StandardError(friedman);
        return new(critical, difference, Runs(friedman.MeanRanks, difference));
    }

    /// <summary>Two-sided p of every pair, [i, j], 1 on the diagonal.</summary>
    public static double[,] PairP(Friedman friedman)
    {
        int k = friedman.Models;
        double[,] p = new double[k, k];
        for (int i = 0; i < k; i++)
        {
            p[i, i] = 1;
            for (int j = 0; j < i; j++)
            {
                double q = Math.Abs(friedman.MeanRanks[i] - friedman.MeanRanks[j]) / StandardError(friedman) * Math.Sqrt(2);
                p[i, j] = p[j, i] = 1 - StudentizedRange.Cdf(q, k);
            }
        }

        return p;
    }

    private static double StandardError(Friedman friedman) => Math.Sqrt(friedman.Models * (friedman.Models + 1.0) / (6.0 * friedman.Tasks));

    private static List<IReadOnlyList<int>> Runs(IReadOnlyList<double> meanRanks, double difference)
    {
        int[] order = [.. Enumerable.Range(0, meanRanks.Count).OrderBy(i => meanRanks[i])];
        var runs = new List<IReadOnlyList<int>>();
        int reached = 0;
        for (int start = 0; start < order.Length; start++)
        {
            int end = start;
            while (end < order.Length && meanRanks[order[end]] - meanRanks[order[start]] <= difference)
                end++;
            if (end > reached && end - start > 1)
                runs.Add(order[start..end]);
            reached = Math.Max(reached, end);
        }

        return runs;
    }
}
