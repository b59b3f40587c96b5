using System.Text.Json;

namespace BenchWorker;

/// <summary>A row of <c>bench.benchmark</c>. What each column means is said by its comment in the database and in SCHEMA.md.</summary>
public sealed record StoredBenchmark
{
    public int Id { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A row of <c>bench.task</c>.</summary>
public sealed record StoredTask
{
    public required int BenchmarkId { get; init; }

    public int Id { get; init; }

    public required string Name { get; init; }

    public string? Group { get; init; }

    public double Weight { get; init; } = 1;

    public string? Description { get; init; }
}

/// <summary>A row of <c>bench.metric</c>.</summary>
public sealed record StoredMetric
{
    public required int BenchmarkId { get; init; }

    public int Id { get; init; }

    public required string Name { get; init; }

    public string? Unit { get; init; }

    public bool? HigherIsBetter { get; init; }

    public double? Min { get; init; }

    public double? Max { get; init; }

    public double? Chance { get; init; }

    public string? Description { get; init; }
}

/// <summary>A row of <c>bench.model</c>.</summary>
public sealed record StoredModel
{
    public int Id { get; init; }

    public required string Name { get; init; }

    public required JsonElement Details { get; init; }
}

/// <summary>A row of <c>bench.run</c>.</summary>
public sealed record StoredRun
{
    public required int BenchmarkId { get; init; }

    public long Id { get; init; }

    public required string Name { get; init; }

    public required string Status { get; init; }

    public DateTimeOffset? RunAt { get; init; }

    public string? Harness { get; init; }

    public string? HarnessVersion { get; init; }

    public string? Revision { get; init; }

    public required JsonElement Config { get; init; }

    public string? Source { get; init; }

    public string? Fingerprint { get; init; }

    public DateTimeOffset? InvalidatedAt { get; init; }

    public string? InvalidatedReason { get; init; }

    public DateTimeOffset RecordedAt { get; init; }
}

/// <summary>A row of <c>bench.score</c>.</summary>
public sealed record StoredScore
{
    public required int BenchmarkId { get; init; }

    public required long RunId { get; init; }

    public required int TaskId { get; init; }

    public required int MetricId { get; init; }

    public required int ModelId { get; init; }

    public required string Subset { get; init; }

    public required JsonElement Dimensions { get; init; }

    public Guid DimensionsKey { get; init; }

    public double? Value { get; init; }

    public string? Missing { get; init; }

    public double? Stderr { get; init; }

    public long? N { get; init; }

    public DateTimeOffset RecordedAt { get; init; }
}

/// <summary>A row of <c>bench.sample_score</c>.</summary>
public sealed record StoredSampleScore
{
    public required int BenchmarkId { get; init; }

    public required long RunId { get; init; }

    public required int TaskId { get; init; }

    public required int MetricId { get; init; }

    public required int ModelId { get; init; }

    public required string Subset { get; init; }

    public required string SampleId { get; init; }

    public required JsonElement Dimensions { get; init; }

    public Guid DimensionsKey { get; init; }

    public double? Value { get; init; }

    public string? Missing { get; init; }

    public double? Stderr { get; init; }

    public long? N { get; init; }

    public DateTimeOffset RecordedAt { get; init; }
}
