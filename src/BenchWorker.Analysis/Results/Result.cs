using System.Collections.Frozen;

namespace BenchWorker.Analysis;

/// <summary>One score as it was reported: one row of the result columns.</summary>
/// <remarks>Boards hold a million of them, so its small fields are kept smaller than they are spoken of.</remarks>
public sealed record Result
{
    private readonly Precision? precision;
    private readonly long runAt;
    private readonly byte direction;
    private readonly byte missing;

    public required string Benchmark { get; init; }

    public required string Task { get; init; }

    public string? Subset { get; init; }

    /// <summary>Who was measured; empty where the benchmark has no model column.</summary>
    public required string Model { get; init; }

    public required string Metric { get; init; }

    public Direction Direction
    {
        get => (Direction)direction;
        init => direction = (byte)value;
    }

    /// <summary>The score in the metric's unit; NaN when missing, and then <see cref="Missing"/> says why.</summary>
    public required double Value { get; init; }

    public MissingReason? Missing
    {
        get => missing == 0 ? null : (MissingReason)(missing - 1);
        init => missing = value is { } reason ? (byte)(reason + 1) : (byte)0;
    }

    /// <summary>Standard error of <see cref="Value"/>, not negative; null when unknown.</summary>
    public double? StandardError
    {
        get => precision?.StandardError;
        init => precision = Precision.Of(value, SampleCount, ClusterCount);
    }

    /// <summary>How many samples the score is a mean of; null when unknown.</summary>
    public long? SampleCount
    {
        get => precision?.SampleCount;
        init => precision = Precision.Of(StandardError, value, ClusterCount);
    }

    /// <summary>Clusters that those samples fall into; null where none is known. The standard error then counts clusters.</summary>
    public long? ClusterCount
    {
        get => precision?.ClusterCount;
        init => precision = Precision.Of(StandardError, SampleCount, value);
    }

    /// <summary>In UTC; null when unknown. The first instant of year 1 is unknown too.</summary>
    public DateTimeOffset? RunAt
    {
        get => runAt == 0 ? null : new DateTimeOffset(runAt, TimeSpan.Zero);
        init => runAt = value?.UtcTicks ?? 0;
    }

    /// <summary>Rows of one run belong together; null when the source names none.</summary>
    public string? Run { get; init; }

    /// <summary>Set when the row is one sample's score and not a task's.</summary>
    public string? SampleId { get; init; }

    /// <summary>Every other column of the source by name: language, length, step, ...</summary>
    public IReadOnlyDictionary<string, string> Dimensions { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>The row's entry in a column by name, standard or dimension; null where it has none.</summary>
    public string? Field(string name) => name switch
    {
        "benchmark" => Benchmark,
        "task" => Task,
        "subset" => Subset,
        "model" => Model,
        "metric" => Metric,
        "run" => Run,
        "sample_id" => SampleId,
        _ => Dimensions.GetValueOrDefault(name),
    };

    /// <summary>Kept apart, because most rows of a million say nothing of it.</summary>
    private sealed record Precision(double? StandardError, long? SampleCount, long? ClusterCount)
    {
        public static Precision? Of(double? error, long? samples, long? clusters) =>
            error is null && samples is null && clusters is null ? null : new(error, samples, clusters);
    }
}
