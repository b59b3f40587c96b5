namespace BenchWorker.Analysis;

/// <summary>Sample quantiles by two of the nine rules of Hyndman and Fan (1996).</summary>
public static class Quantiles
{
    /// <summary>Type 7: linear between order statistics, the default of R and NumPy.</summary>
    /// <param name="sorted">Ascending, not empty, no NaN.</param>
    public static double Linear(ReadOnlySpan<double> sorted, double p)
    {
        double at = (sorted.Length - 1) * p;
        int low = (int)Math.Floor(at);
        int high = Math.Min(low + 1, sorted.Length - 1);
        return sorted[low] + ((at - low) * (sorted[high] - sorted[low]));
    }

    /// <summary>Type 1: always one of the values, for ranks. Smallest value whose cumulative share reaches p.</summary>
    /// <param name="sorted">Ascending, not empty.</param>
    public static T Observed<T>(ReadOnlySpan<T> sorted, double p) =>
        sorted[Math.Clamp((int)Math.Ceiling((sorted.Length * p) - 1e-12) - 1, 0, sorted.Length - 1)];

    /// <summary>The type 7 median of values in any order.</summary>
    public static double Median(IEnumerable<double> values) => Linear([.. values.Order()], 0.5);
}
