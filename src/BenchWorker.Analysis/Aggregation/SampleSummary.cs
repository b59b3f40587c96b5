namespace BenchWorker.Analysis;

/// <summary>Mean of a task's samples with its errors, independent and clustered, and every interval at 95 %.</summary>
public sealed record SampleSummary
{
    public required int Count { get; init; }

    public required double Mean { get; init; }

    /// <summary>Null below two samples: one observation has no error, not an error of zero.</summary>
    public double? StandardError { get; init; }

    /// <summary>Null without clusters and below two.</summary>
    public double? ClusteredStandardError { get; init; }

    /// <summary>0 where no cluster is known.</summary>
    public int Clusters { get; init; }

    /// <summary>How much wider the clusters make the variance; null where either error is unknown or zero.</summary>
    public double? DesignEffect => ClusteredStandardError / StandardError is { } ratio && double.IsFinite(ratio) ? ratio * ratio : null;

    /// <param name="values">One score per sample, generations averaged. Finite.</param>
    /// <param name="clusters">Cluster of each sample, or empty; a null entry is a cluster of its own.</param>
    public static SampleSummary Of(ReadOnlySpan<double> values, IReadOnlyList<string?> clusters)
    {
        int n = values.Length;
        double mean = StableSum.Mean(values.ToArray());
        double? deviation = StableSum.Deviation(values, mean);
        var summary = new SampleSummary { Count = n, Mean = mean, StandardError = deviation / Math.Sqrt(n) };
        if (clusters.Count == 0 || clusters.All(static cluster => cluster is null))
            return summary;
        double[] sums = DeviationSums(values, clusters, mean);
        double squares = 0;
        foreach (double sum in sums)
            squares += sum * sum;
        return summary with
        {
            Clusters = sums.Length,
            ClusteredStandardError = sums.Length < 2 ? null : Math.Sqrt((double)sums.Length / (sums.Length - 1) * squares) / n,
        };
    }

    /// <summary>mean +- z SE for n >= 30, Student's t with n - 1 degrees of freedom below; G - 1 where samples are clustered.</summary>
    public ScoreInterval? MeanInterval() =>
        ClusteredStandardError is { } clustered ? Around(clustered, IntervalWidth.Of(IntervalWidth.DegreesOfFreedom(Count, Clusters)))
        : StandardError is { } error ? Around(error, IntervalWidth.Of(IntervalWidth.DegreesOfFreedom(Count, null)))
        : null;

    /// <summary>Wilson interval of a share of successes; with clusters, of the effective number of samples n / max(1, design effect).</summary>
    public ScoreInterval? WilsonInterval() => Proportion.Wilson(Mean, Count / Math.Max(1, DesignEffect ?? 1));

    internal ScoreInterval Around(double error, double width) => new(Mean - (width * error), Mean + (width * error));

    private static double[] DeviationSums(ReadOnlySpan<double> values, IReadOnlyList<string?> clusters, double mean)
    {
        var sums = new SortedDictionary<string, double>(StringComparer.Ordinal);
        var alone = new List<double>();
        for (int i = 0; i < values.Length; i++)
        {
            if (clusters[i] is { } cluster)
                sums[cluster] = sums.GetValueOrDefault(cluster) + (values[i] - mean);
            else
                alone.Add(values[i] - mean);
        }

        return [.. sums.Values, .. alone];
    }
}
