namespace BenchWorker.Analysis;

/// <summary>Pairs that stand in the wrong order.</summary>
internal static class Inversions
{
    /// <summary>How many pairs i &lt; j have values[i] > values[j]; sorts the values on the way, O(n log n).</summary>
    public static long Count(double[] values) => Sort(values, new double[values.Length], 0, values.Length);

    private static long Sort(double[] values, double[] spare, int start, int end)
    {
        if (end - start < 2)
            return 0;
        int middle = (start + end) / 2;
        long count = Sort(values, spare, start, middle) + Sort(values, spare, middle, end);
        int left = start;
        int right = middle;
        for (int to = start; to < end; to++)
        {
            bool takeLeft = right == end || (left < middle && values[left] <= values[right]);
            if (!takeLeft)
                count += middle - left;
            spare[to] = takeLeft ? values[left++] : values[right++];
        }

        Array.Copy(spare, start, values, start, end - start);
        return count;
    }
}
