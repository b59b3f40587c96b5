using System.Collections.Concurrent;

namespace BenchWorker.Analysis;

/// <summary>Nemenyi's critical difference of mean ranks. Its quantile depends on the number of the ranked alone and costs more than a whole summary.</summary>
internal static class CriticalDifference
{
    private static readonly ConcurrentDictionary<(int Entities, double Alpha), double> Quantiles = new();

    public static double Of(int entities, int columns) => Critical(entities, TestResult.Alpha) * Math.Sqrt(entities * (entities + 1.0) / (6.0 * columns));

    /// <summary>Of the studentised range, infinite degrees of freedom, over sqrt 2.</summary>
    public static double Critical(int entities, double alpha) =>
        Quantiles.GetOrAdd((entities, alpha), static key => StudentizedRange.Quantile(1 - key.Alpha, key.Entities) / Math.Sqrt(2));
}
