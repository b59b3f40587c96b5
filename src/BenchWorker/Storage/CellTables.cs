namespace BenchWorker;

/// <summary>A row of <c>bench.cell</c>. What each column means is said by its comment in the database.</summary>
public sealed record StoredCell
{
    public required int BenchmarkId { get; init; }

    public required long RunId { get; init; }

    public required int TaskId { get; init; }

    public required int MetricId { get; init; }

    public required int ModelId { get; init; }

    public required string Subset { get; init; }

    public required long N { get; init; }

    public required long Bad { get; init; }

    public string? Missing { get; init; }

    public required decimal Total { get; init; }

    public required decimal Squares { get; init; }

    public double? Lowest { get; init; }

    public double? Highest { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required long Clusters { get; init; }

    public required decimal ClusterSquares { get; init; }

    public required decimal ClusterProducts { get; init; }

    public required long ClusterSizes { get; init; }
}

/// <summary>A row of <c>bench.dirty_cell</c>.</summary>
public sealed record DirtyCell
{
    public required int BenchmarkId { get; init; }

    public long? RunId { get; init; }

    public int? TaskId { get; init; }

    public int? MetricId { get; init; }

    public int? ModelId { get; init; }
}

/// <summary>A row of <c>bench.watch</c>.</summary>
public sealed record StoredWatch
{
    public required string Board { get; init; }

    public required string Declaration { get; init; }

    public string? Seen { get; init; }

    public DateTimeOffset PolledAt { get; init; }

    public string? Error { get; init; }
}
