using System.Buffers;

namespace BenchWorker.Analysis;

/// <summary>Ranks of scores, 1 = highest. NaN has no rank.</summary>
public static class Ranks
{
    /// <summary>Competition ranks ("1224") for display: ties by <see cref="TieGrid"/> share the best rank; null for NaN.</summary>
    public static int?[] Competition(ReadOnlySpan<double> scores)
    {
        double[] keys = TieGrid.Of(scores);
        int[] order = Descending(keys);
        int?[] ranks = new int?[keys.Length];
        for (int k = 0; k < order.Length; k++)
            ranks[order[k]] = k > 0 && keys[order[k]] == keys[order[k - 1]] ? ranks[order[k - 1]] : k + 1;
        return ranks;
    }

    /// <summary>Average ranks ("fractional") for computation, exact ties only; NaN for NaN.</summary>
    public static double[] Average(ReadOnlySpan<double> scores)
    {
        double[] ranks = new double[scores.Length];
        WriteAverage(scores, ranks);
        return ranks;
    }

    /// <summary>The same into a place of the caller's, which may be that of the scores. Who is tied has as many above.</summary>
    internal static void WriteAverage(ReadOnlySpan<double> scores, Span<double> ranks)
    {
        int[] rented = ArrayPool<int>.Shared.Rent(2 * scores.Length);
        Span<int> above = rented.AsSpan(0, scores.Length);
        Span<int> tied = rented.AsSpan(scores.Length, scores.Length);
        tied.Clear();
        RankCounts.Above(scores, above);
        for (int k = 0; k < ranks.Length; k++)
            tied[above[k]] += double.IsNaN(scores[k]) ? 0 : 1;
        for (int k = 0; k < ranks.Length; k++)
            ranks[k] = double.IsNaN(scores[k]) ? double.NaN : above[k] + ((1 + tied[above[k]]) / 2.0);
        ArrayPool<int>.Shared.Return(rented);
    }

    /// <summary>Indices of the scores that are not NaN, best first; equal scores in order of index.</summary>
    internal static int[] Descending(double[] scores)
    {
        int[] order = [.. Enumerable.Range(0, scores.Length).Where(i => !double.IsNaN(scores[i]))];
        double[] keys = [.. order.Select(i => -scores[i])];
        Array.Sort(keys, order);
        int end;
        for (int start = 0; start < order.Length; start = end)
        {
            end = start + 1;
            while (end < order.Length && keys[end] == keys[start])
                end++;
            order.AsSpan(start, end - start).Sort();
        }

        return order;
    }
}
