namespace BenchWorker.Analysis;

/// <summary>Median of all pairwise slopes.</summary>
/// <remarks>Theil (1950), Sen (1968).</remarks>
public static class TheilSen
{
    /// <summary>Up to here every slope is kept and sorted out; above, a bracket around the median is found first.</summary>
    private const int SmallCount = 64;

    /// <summary>A larger one would take longer to sort than it saves in the pass.</summary>
    private const int LargestSample = 4096;

    /// <param name="positions">Strictly ascending, length n >= 2.</param>
    /// <param name="values">NaN not allowed, length n.</param>
    /// <exception cref="ArgumentException">Lengths differ, n &lt; 2, or positions do not ascend.</exception>
    public static double Slope(ReadOnlySpan<double> positions, ReadOnlySpan<double> values)
    {
        if (positions.Length != values.Length || values.Length < 2)
            throw new ArgumentException($"{values.Length} values at {positions.Length} positions have no slope.", nameof(values));
        for (int i = 1; i < positions.Length; i++)
            if (!(positions[i] > positions[i - 1]))
                throw new ArgumentException($"Position {positions[i]} does not follow {positions[i - 1]}.", nameof(positions));
        return values.Length <= SmallCount ? OfAll(positions, values) : OfBracket(positions, values);
    }

    private static double OfAll(ReadOnlySpan<double> positions, ReadOnlySpan<double> values)
    {
        double[] slopes = new double[values.Length * (values.Length - 1) / 2];
        int to = 0;
        for (int i = 0; i < values.Length; i++)
            for (int j = i + 1; j < values.Length; j++)
                slopes[to++] = (values[j] - values[i]) / (positions[j] - positions[i]);
        return Selection.Median(slopes);
    }

    /// <summary>PROBLEM: a thousand values have half a million slopes. SOLUTION: a fixed sample of them brackets the median; one pass counts
    /// what lies below and keeps what lies inside, and the bracket is widened in the rare case that it missed.</summary>
    private static double OfBracket(ReadOnlySpan<double> positions, ReadOnlySpan<double> values)
    {
        long pairs = values.Length * (values.Length - 1L) / 2;
        double[] sample = Sample(positions, values);
        using SlopeBracket bracket = new(positions, values);
        // The sample's median scatters by half the root of its size: three times that misses once in four hundred.
        for (int margin = (int)(1.5 * Math.Sqrt(sample.Length)); ; margin *= 2)
        {
            bool all = margin >= sample.Length / 2;
            long below = bracket.Keep(
                all ? double.NegativeInfinity : sample[(sample.Length / 2) - margin],
                all ? double.PositiveInfinity : sample[(sample.Length / 2) + margin]);
            long lower = ((pairs - 1) / 2) - below;
            long upper = (pairs / 2) - below;
            if (lower >= 0 && upper < bracket.Count)
                return (bracket.Nth((int)lower) + bracket.Nth((int)upper)) / 2;
        }
    }

    private static double[] Sample(ReadOnlySpan<double> positions, ReadOnlySpan<double> values)
    {
        int n = values.Length;
        double[] sample = new double[Math.Min(4 * n, LargestSample)];
        ulong state = (ulong)n;
        for (int s = 0; s < sample.Length; s++)
        {
            // Weyl sequence: evenly spread pairs without a random source.
            state += 0x9E3779B97F4A7C15;
            int i = (int)Math.BigMul(state, (ulong)n, out _);
            int j = (int)Math.BigMul(state * 0xBF58476D1CE4E5B9, (ulong)(n - 1), out _);
            j += j >= i ? 1 : 0;
            sample[s] = (values[j] - values[i]) / (positions[j] - positions[i]);
        }

        Ascending.Sort(sample);
        return sample;
    }
}
