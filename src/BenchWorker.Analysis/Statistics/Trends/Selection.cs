namespace BenchWorker.Analysis;

/// <summary>Order statistics without sorting everything.</summary>
internal static class Selection
{
    /// <summary>Median; the values are reordered. NaN where there are none.</summary>
    public static double Median(Span<double> values)
    {
        if (values.IsEmpty)
            return double.NaN;
        int middle = values.Length / 2;
        double upper = Nth(values, middle);
        if (values.Length % 2 == 1)
            return upper;
        double lower = double.NegativeInfinity;
        foreach (double value in values[..middle])
            lower = Math.Max(lower, value);
        return (lower + upper) / 2;
    }

    /// <summary>The value at <paramref name="index"/> of the ascending order; afterwards all before it are not greater. NaN not allowed.</summary>
    public static double Nth(Span<double> values, int index)
    {
        int start = 0;
        int end = values.Length - 1;
        while (end - start > 16)
        {
            double pivot = MedianOfThree(values[start], values[(start + end) / 2], values[end]);
            int left = start;
            int right = end;
            while (left <= right)
            {
                while (values[left] < pivot)
                    left++;
                while (values[right] > pivot)
                    right--;
                if (left > right)
                    break;
                (values[left], values[right]) = (values[right], values[left]);
                left++;
                right--;
            }

            if (index <= right)
                end = right;
            else if (index >= left)
                start = left;
            else
                return values[index];
        }

        values[start..(end + 1)].Sort();
        return values[index];
    }

    private static double MedianOfThree(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
