namespace BenchWorker.Analysis;

/// <summary>Sums that do not depend on the order of their terms: terms are sorted first.</summary>
internal static class StableSum
{
    /// <summary>Arithmetic mean; finite for any finite values, however large. Sorts <paramref name="values"/>.</summary>
    /// <returns>NaN for no value.</returns>
    public static double Mean(Span<double> values)
    {
        if (values.Length <= 1)
            return values.Length == 0 ? double.NaN : values[0];
        Ascending.Sort(values);
        double sum = 0;
        foreach (double value in values)
            sum += value;
        if (double.IsFinite(sum))
            return sum / values.Length;
        double mean = 0;
        foreach (double value in values)
            mean += value / values.Length;
        return mean;
    }

    /// <summary>Standard deviation with n - 1; null below two values and where the squares leave the range of a double.</summary>
    public static double? Deviation(ReadOnlySpan<double> values, double mean)
    {
        if (values.Length < 2)
            return null;
        double squares = 0;
        foreach (double value in values)
            squares += (value - mean) * (value - mean);
        return double.IsFinite(squares) ? Math.Sqrt(squares / (values.Length - 1)) : null;
    }
}
