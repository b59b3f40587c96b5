namespace BenchWorker.Figures;

/// <summary>Mean over the finite values; missing ones are left out.</summary>
internal static class RowMean
{
    /// <returns>NaN where nothing is finite.</returns>
    public static double Of(ReadOnlySpan<double> values)
    {
        (double mean, int count) = (0, 0);
        foreach (double value in values)
        {
            // A running mean stays finite where a sum of huge values would not.
            if (double.IsFinite(value))
                mean += (value / ++count) - (mean / count);
        }
        return count == 0 ? double.NaN : mean;
    }
}
