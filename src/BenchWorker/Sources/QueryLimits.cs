namespace BenchWorker;

/// <summary>What a board's own query may cost.</summary>
public sealed record QueryLimits
{
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    public int MaxRows { get; init; } = 2_000_000;
}
