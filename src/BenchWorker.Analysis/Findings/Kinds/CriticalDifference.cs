using System.Collections.Concurrent;

namespace BenchWorker.Analysis;

/// <summary>Nemenyi's critical difference of mean ranks. Its quantile depends on the number of the ranked alone and costs more than a whole summary.</summary>
internal static class CriticalDifference
{
    private static readonly ConcurrentDictionary<int, double> Quantiles = new();

    public static double Of(int entities, int columns) =>
        Quantiles.GetOrAdd(entities, static k => StudentizedRange.Quantile(1 - TestResult.Alpha, k) / Math.Sqrt(2))
        * Math.Sqrt(entities * (entities + 1.0) / (6.0 * columns));
}
