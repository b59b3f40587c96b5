using System.Buffers;

namespace BenchWorker.Analysis;

/// <summary>Order without sorting: values are dealt into ranges of equal width, and only those of one range are compared.</summary>
/// <remarks>Subtracting, scaling and truncating never turn two values round, so whatever lies in a higher range is greater.</remarks>
internal static class ValueRanges
{
    /// <summary>Pairs in one range, per value, from which on it is faster to compare all with all.</summary>
    private const int Crowd = 8;

    /// <summary>Ranges in which one value is looked for.</summary>
    private const int Searched = 1024;

    /// <summary>Counts the values above each, in as many ranges as there are values.</summary>
    /// <param name="above">By value: how many are greater; 0 for NaN, which is above nothing.</param>
    /// <returns>False where the values crowd in few ranges, or have no width; then nothing was counted.</returns>
    public static bool TryCountAbove(ReadOnlySpan<double> values, Span<int> above)
    {
        (double low, double width) = Extent(values);
        double scale = (values.Length - 1) / width;
        if (!double.IsFinite(width) || !double.IsFinite(scale))
            return false;
        int[] places = ArrayPool<int>.Shared.Rent(2 * values.Length + 2);
        Span<int> ranges = places.AsSpan(0, values.Length);
        Span<int> ends = places.AsSpan(values.Length, values.Length + 1);
        double[] dealt = ArrayPool<double>.Shared.Rent(values.Length);
        bool apart = Choose(values, low, scale, ranges, ends);
        if (apart)
            Count(values, ranges, dealt.AsSpan(0, Deal(values, ranges, ends, dealt)), ends, above);
        ArrayPool<int>.Shared.Return(places);
        ArrayPool<double>.Shared.Return(dealt);
        return apart;
    }

    /// <summary>The value at <paramref name="index"/> of the ascending order. NaN not allowed.</summary>
    public static double Nth(ReadOnlySpan<double> values, int index)
    {
        (double low, double width) = Extent(values);
        double scale = (Searched - 1) / width;
        if (width == 0)
            return low;
        if (!double.IsFinite(width) || !double.IsFinite(scale))
            return Selection.Nth(values.ToArray(), index);
        Span<int> counts = stackalloc int[Searched];
        counts.Clear();
        foreach (double value in values)
            counts[(int)((value - low) * scale)]++;
        int range = 0;
        for (; index >= counts[range]; range++)
            index -= counts[range];
        double[] within = ArrayPool<double>.Shared.Rent(counts[range]);
        int found = 0;
        foreach (double value in values)
        {
            if ((int)((value - low) * scale) == range)
                within[found++] = value;
        }

        double nth = Selection.Nth(within.AsSpan(0, found), index);
        ArrayPool<double>.Shared.Return(within);
        return nth;
    }

    /// <summary>The least value and how far the greatest lies above it; NaN counts for nothing.</summary>
    private static (double Low, double Width) Extent(ReadOnlySpan<double> values)
    {
        (double low, double high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (double value in values)
        {
            low = value < low ? value : low;
            high = value > high ? value : high;
        }

        return (low, high - low);
    }

    /// <param name="ranges">By value: its range; -1 for NaN.</param>
    /// <param name="counts">By range and one further on: how many values it has.</param>
    /// <returns>Whether they lie apart.</returns>
    private static bool Choose(ReadOnlySpan<double> values, double low, double scale, Span<int> ranges, Span<int> counts)
    {
        counts.Clear();
        int pairs = 0;
        for (int k = 0; k < ranges.Length; k++)
        {
            int range = double.IsNaN(values[k]) ? -1 : (int)((values[k] - low) * scale);
            ranges[k] = range;
            if (range >= 0)
                pairs += counts[range + 1]++;
        }

        return pairs <= Crowd * (long)values.Length;
    }

    /// <summary>Lays the values out range by range.</summary>
    /// <param name="ends">Counts, as chosen; afterwards where each range ends, one further on, so that it begins at its own place.</param>
    /// <returns>How many values are numbers.</returns>
    private static int Deal(ReadOnlySpan<double> values, ReadOnlySpan<int> ranges, Span<int> ends, Span<double> dealt)
    {
        int numbers = 0;
        foreach (ref int end in ends)
            (end, numbers) = (numbers, numbers + end);
        for (int k = 0; k < ranges.Length; k++)
        {
            if (ranges[k] >= 0)
                dealt[ends[ranges[k] + 1]++] = values[k];
        }

        return numbers;
    }

    private static void Count(ReadOnlySpan<double> values, ReadOnlySpan<int> ranges, ReadOnlySpan<double> dealt, ReadOnlySpan<int> ends, Span<int> above)
    {
        for (int k = 0; k < ranges.Length; k++)
        {
            if (ranges[k] < 0)
            {
                above[k] = 0;
                continue;
            }

            int end = ends[ranges[k] + 1];
            int count = dealt.Length - end;
            foreach (double other in dealt[ends[ranges[k]]..end])
                count += other > values[k] ? 1 : 0;
            above[k] = count;
        }
    }
}
