namespace BenchWorker.Analysis;

/// <summary>How repeated runs of one cell become one value.</summary>
public enum RunPolicy
{
    Mean,
    Latest,
    Best,
    Median,
    Pinned,
}
