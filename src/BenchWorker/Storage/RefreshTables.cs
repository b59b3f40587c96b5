namespace BenchWorker;

/// <summary>A row of <c>bench.board</c>. What each column means is said by its comment in the database and in SCHEMA.md.</summary>
public sealed record StoredBoard
{
    public required string Slug { get; init; }

    public required string Title { get; init; }

    public string? Benchmark { get; init; }

    public bool OnChange { get; init; } = true;

    public TimeSpan Debounce { get; init; } = TimeSpan.FromSeconds(2);

    public bool Active { get; init; } = true;

    public string? Declaration { get; init; }

    public DateTimeOffset RegisteredAt { get; init; }
}

/// <summary>A row of <c>bench.work</c>.</summary>
public sealed record BoardWork
{
    public required string Board { get; init; }

    public long Want { get; init; }

    public long Done { get; init; }

    public long Claimed { get; init; }

    public long Token { get; init; }

    public string? Owner { get; init; }

    public long? OwnerLock { get; init; }

    public DateTimeOffset? LeaseUntil { get; init; }

    public DateTimeOffset ReadyAt { get; init; }

    public int Attempts { get; init; }

    public bool Parked { get; init; }

    public string? LastError { get; init; }

    public DateTimeOffset? LastDoneAt { get; init; }
}

/// <summary>A row of <c>bench.site</c>.</summary>
public sealed record PublishedSite
{
    public required string Name { get; init; }

    public long Sequence { get; init; }

    public string? Release { get; init; }

    public long Token { get; init; }

    public string? Board { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }
}

/// <summary>A row of <c>bench.publication</c>.</summary>
public sealed record Publication
{
    public long Id { get; init; }

    public required string Site { get; init; }

    public required long Sequence { get; init; }

    public required string Board { get; init; }

    public required long Token { get; init; }

    public required string Release { get; init; }

    public required bool Changed { get; init; }

    public required int Files { get; init; }

    public DateTimeOffset? DataAsOf { get; init; }

    public DateTimeOffset PublishedAt { get; init; }
}

/// <summary>A row of <c>bench.refresh_request</c>, the trigger table.</summary>
public sealed record RefreshRequest
{
    public long Id { get; init; }

    public required string Board { get; init; }

    public string? DedupeKey { get; init; }

    public required string RequestedBy { get; init; }

    public DateTimeOffset RequestedAt { get; init; }

    /// <summary>pending, accepted, running, done, failed or rejected.</summary>
    public required string State { get; init; }

    public int Attempts { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public string? Error { get; init; }

    public long? PublicationId { get; init; }

    public long? Generation { get; init; }
}

/// <summary>A row of <c>bench.dirty</c>: what changed since the workers last looked.</summary>
public sealed record DirtyMark
{
    public long Id { get; init; }

    public int? BenchmarkId { get; init; }

    public string? Board { get; init; }

    public DateTimeOffset MarkedAt { get; init; }
}
