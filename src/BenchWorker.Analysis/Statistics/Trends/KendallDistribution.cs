namespace BenchWorker.Analysis;

/// <summary>Exact null distribution of Kendall's S when at most one of the two sequences has ties.</summary>
/// <remarks>The inversions of a random arrangement of a multiset follow the q-multinomial coefficient, a product of Gaussian binomials.
/// Only positive terms are added, so that even the far tail keeps its relative precision.</remarks>
internal static class KendallDistribution
{
    /// <summary>Above this many observations the normal approximation takes over.</summary>
    public const int MaxCount = 40;

    /// <summary>P(|S| >= |score|).</summary>
    /// <param name="ties">Sizes of all tie groups, singletons included; they sum to n.</param>
    public static double TwoSided(long score, IReadOnlyList<int> ties)
    {
        if (score == 0)
            return 1;
        double[] inversions = Inversions(ties);
        long most = (inversions.Length - 1 - Math.Abs(score)) / 2;
        double tail = 0;
        for (int i = 0; i <= most; i++)
            tail += inversions[i];
        return Math.Min(1, 2 * tail);
    }

    /// <summary>Probability of each number of inversions, [0, pairs of different values].</summary>
    private static double[] Inversions(IReadOnlyList<int> ties)
    {
        double[] probability = [1];
        int placed = 0;
        foreach (int tie in ties)
        {
            probability = tie == 1 ? InsertOne(probability, placed) : Convolve(probability, GaussianBinomial(placed, tie));
            placed += tie;
        }

        return probability;
    }

    /// <summary>A new value falls before 0 to <paramref name="placed"/> of the others with equal probability.</summary>
    private static double[] InsertOne(double[] before, int placed)
    {
        double[] after = new double[before.Length + placed];
        for (int shift = 0; shift <= placed; shift++)
            for (int i = 0; i < before.Length; i++)
                after[shift + i] += before[i];
        double share = 1.0 / (placed + 1);
        for (int i = 0; i < after.Length; i++)
            after[i] *= share;
        return after;
    }

    /// <summary>Inversions between m values and t equal ones, as probabilities: [m + t choose t]_q / C(m + t, t).</summary>
    private static double[] GaussianBinomial(int m, int t)
    {
        // rows[k][i]: arrangements of j of the m values among k of the t equal ones that have i inversions.
        double[][] rows = [.. Enumerable.Range(0, t + 1).Select(static _ => new double[] { 1 })];
        for (int j = 1; j <= m; j++)
        {
            for (int k = 1; k <= t; k++)
            {
                double[] next = new double[(j * k) + 1];
                for (int i = 0; i < rows[k].Length; i++)
                    next[i] += rows[k][i] * j / (j + k);
                for (int i = 0; i < rows[k - 1].Length; i++)
                    next[i + j] += rows[k - 1][i] * k / (j + k);
                rows[k] = next;
            }
        }

        return rows[t];
    }

    private static double[] Convolve(double[] a, double[] b)
    {
        double[] product = new double[a.Length + b.Length - 1];
        for (int i = 0; i < a.Length; i++)
            for (int j = 0; j < b.Length; j++)
                product[i + j] += a[i] * b[j];
        return product;
    }
}
