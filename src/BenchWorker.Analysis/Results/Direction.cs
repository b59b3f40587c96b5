namespace BenchWorker.Analysis;

/// <summary>Which way a metric is better. What has no known direction is never ranked.</summary>
public enum Direction
{
    Unknown,
    HigherIsBetter,
    LowerIsBetter,
}
