namespace BenchWorker.Analysis;

/// <summary>Sign-flip permutation test of paired differences: is their sum further from zero than chance signs make it?</summary>
/// <remarks>Fisher (1935). Zeros are dropped. All 2^n signs for n up to 16; above, R draws and p = (1 + hits) / (R + 1).</remarks>
public static class PermutationTest
{
    public const int MaxExact = 16;
    public const int DefaultDraws = 10_000;

    /// <summary>Sums equal up to rounding count as reached.</summary>
    private const double Slack = 1e-12;

    /// <param name="differences">Finite; no order of them changes an exact p.</param>
    public static PairedTest Of(ReadOnlySpan<double> differences, ulong seed, int draws = DefaultDraws)
    {
        double[] d = WithoutZeros(differences);
        return d.Length <= MaxExact ? new(Exact(d), d.Length, Exact: true) : new(MonteCarlo(d, new SignWords(seed, draws, d.Length)), d.Length, Exact: false);
    }

    internal static PairedTest Of(ReadOnlySpan<double> differences, SignWords words)
    {
        double[] d = WithoutZeros(differences);
        return d.Length <= MaxExact ? new(Exact(d), d.Length, Exact: true) : new(MonteCarlo(d, words), d.Length, Exact: false);
    }

    private static double[] WithoutZeros(ReadOnlySpan<double> differences)
    {
        double[] kept = new double[differences.Length];
        int n = 0;
        double largest = 0;
        foreach (double difference in differences)
        {
            if (difference == 0)
                continue;
            kept[n++] = difference;
            largest = Math.Max(largest, Math.Abs(difference));
        }

        // PROBLEM: sums of differences near the largest double overflow. SOLUTION: a power of two changes no comparison.
        if (largest > 1e290)
        {
            for (int k = 0; k < n; k++)
                kept[k] = Math.ScaleB(kept[k], -64);
        }

        return kept[..n];
    }

    private static double Exact(double[] d)
    {
        double[] sums = new double[1 << d.Length];
        for (int j = 0; j < d.Length; j++)
        {
            int half = 1 << j;
            for (int k = 0; k < half; k++)
                (sums[k], sums[k + half]) = (sums[k] + d[j], sums[k] - d[j]);
        }

        double bound = Bound(d);
        return (double)sums.Count(sum => Math.Abs(sum) >= bound) / sums.Length;
    }

    private static double MonteCarlo(double[] d, SignWords words)
    {
        double[] bytes = ByteSums(d);
        double bound = Bound(d);
        int hits = 0;
        for (int r = 0; r < words.Draws; r++)
        {
            double sum = 0;
            for (int b = 0; b * 8 < d.Length; b++)
                sum += bytes[(b << 8) | words.Byte(r, b)];
            hits += Math.Abs(sum) >= bound ? 1 : 0;
        }

        return (1.0 + hits) / (words.Draws + 1);
    }

    /// <summary>Signed sum of each eight differences for each of the 256 patterns of their signs: one look-up instead of eight additions.</summary>
    private static double[] ByteSums(double[] d)
    {
        int blocks = (d.Length + 7) / 8;
        double[] sums = new double[blocks << 8];
        for (int b = 0; b < blocks; b++)
        {
            for (int pattern = 0; pattern < 256; pattern++)
            {
                double sum = 0;
                for (int k = 0; k < 8 && (b * 8) + k < d.Length; k++)
                    sum += (pattern >> k & 1) == 1 ? -d[(b * 8) + k] : d[(b * 8) + k];
                sums[(b << 8) | pattern] = sum;
            }
        }

        return sums;
    }

    private static double Bound(double[] d)
    {
        double sum = 0;
        double size = 0;
        foreach (double difference in d)
        {
            sum += difference;
            size += Math.Abs(difference);
        }

        return Math.Abs(sum) - (Slack * size);
    }
}
