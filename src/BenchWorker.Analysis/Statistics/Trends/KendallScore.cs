namespace BenchWorker.Analysis;

/// <summary>Kendall's S of two sequences and what its distribution needs to know of their ties.</summary>
/// <param name="Count">Pairs of observations, n.</param>
/// <param name="Score">Concordant minus discordant pairs.</param>
/// <param name="FirstTies">Sizes of the tie groups of the first sequence, singletons included.</param>
/// <param name="SecondTies">The same of the second sequence.</param>
/// <remarks>Kendall (1975), Rank Correlation Methods.</remarks>
public sealed record KendallScore(int Count, long Score, IReadOnlyList<int> FirstTies, IReadOnlyList<int> SecondTies)
{
    /// <summary>tau-b in [-1, 1]; NaN where a sequence is constant.</summary>
    public double TauB
    {
        get
        {
            double pairs = Count * (Count - 1L) / 2.0;
            double first = pairs - FirstTies.Sum(static t => t * (t - 1L) / 2.0);
            double second = pairs - SecondTies.Sum(static t => t * (t - 1L) / 2.0);
            return first == 0 || second == 0 ? double.NaN : Score / Math.Sqrt(first * second);
        }
    }

    /// <summary>Variance of S when the sequences are independent, corrected for ties in both.</summary>
    public double Variance
    {
        get
        {
            double n = Count;
            double variance = ((n * (n - 1) * ((2 * n) + 5)) - Moment(FirstTies, static t => t * (t - 1) * ((2 * t) + 5))
                - Moment(SecondTies, static t => t * (t - 1) * ((2 * t) + 5))) / 18;
            variance += Moment(FirstTies, static t => t * (t - 1)) * Moment(SecondTies, static t => t * (t - 1)) / (2 * n * (n - 1));
            return variance + (Moment(FirstTies, static t => t * (t - 1) * (t - 2)) * Moment(SecondTies, static t => t * (t - 1) * (t - 2))
                / (9 * n * (n - 1) * (n - 2)));
        }
    }

    private static double Moment(IReadOnlyList<int> ties, Func<double, double> term)
    {
        double sum = 0;
        foreach (int tie in ties)
            sum += term(tie);
        return sum;
    }

    /// <summary>Scores two sequences of equal length n in O(n log n).</summary>
    /// <exception cref="ArgumentException">The lengths differ, or a value is NaN.</exception>
    public static KendallScore Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        if (first.Length != second.Length)
            throw new ArgumentException($"{second.Length} values cannot pair with {first.Length}.", nameof(second));
        double[] x = first.ToArray();
        double[] y = second.ToArray();
        if (x.Any(double.IsNaN) || y.Any(double.IsNaN))
            throw new ArgumentException("A value is NaN.", nameof(first));
        Array.Sort(x, y);
        for (int start = 0, end; start < x.Length; start = end)
        {
            for (end = start + 1; end < x.Length && x[end] == x[start];)
                end++;
            Array.Sort(y, start, end - start);
        }

        return Ordered(x, y);
    }

    /// <summary>Scores a sequence against its own order: the first sequence is 0, 1, 2, ...</summary>
    public static KendallScore OfSeries(ReadOnlySpan<double> values) =>
        Ordered([.. Enumerable.Range(0, values.Length).Select(static i => (double)i)], values.ToArray());

    /// <summary>PROBLEM: S needs all n(n-1)/2 pairs. SOLUTION: with x ascending (and y ascending inside ties of x) the discordant pairs
    /// are exactly the inversions of y, which a merge sort counts (Knight 1966).</summary>
    private static KendallScore Ordered(double[] x, double[] y)
    {
        IReadOnlyList<int> firstTies = TieSizes(x);
        long tiedInBoth = TiedInBoth(x, y);
        long discordant = Inversions.Count(y);
        IReadOnlyList<int> secondTies = TieSizes(y);
        long pairs = x.Length * (x.Length - 1L) / 2;
        long untied = pairs - Pairs(firstTies) - Pairs(secondTies) + tiedInBoth;
        return new KendallScore(x.Length, untied - (2 * discordant), firstTies, secondTies);
    }

    private static long Pairs(IReadOnlyList<int> ties)
    {
        long sum = 0;
        foreach (int tie in ties)
            sum += tie * (tie - 1L) / 2;
        return sum;
    }

    private static long TiedInBoth(double[] x, double[] y)
    {
        long tied = 0;
        for (int i = 1, run = 1; i <= x.Length; i++)
        {
            if (i < x.Length && x[i] == x[i - 1] && y[i] == y[i - 1])
            {
                run++;
                continue;
            }

            tied += run * (run - 1L) / 2;
            run = 1;
        }

        return tied;
    }

    private static List<int> TieSizes(double[] sorted)
    {
        List<int> sizes = new(sorted.Length);
        for (int i = 0; i < sorted.Length; i++)
        {
            if (i > 0 && sorted[i] == sorted[i - 1])
                sizes[^1]++;
            else
                sizes.Add(1);
        }

        return sizes;
    }
}
