using BenchWorker.Analysis;
using BenchWorker.Site;

namespace BenchWorker;

/// <summary>Where a board's rows come from.</summary>
public interface IResultSource
{
    /// <summary>Everything the board shows, as one consistent read saw it. Rows of quarantined runs are left out and listed.</summary>
    /// <exception cref="ResultSourceException">The source cannot answer, or its answer has not the result columns; the message is for the board's owner.</exception>
    /// <exception cref="Npgsql.NpgsqlException">The database failed.</exception>
    Task<BoardResults> ReadAsync(Board board, CancellationToken ct);
}

/// <summary>The rows of one board, and what the source knows besides.</summary>
public sealed record BoardResults(ResultSnapshot Snapshot)
{
    /// <summary>What is known of the metrics; in ordinal order of name.</summary>
    public IReadOnlyList<MetricFacts> Metrics { get; init; } = [];

    /// <summary>Tasks that have a group or a weight of their own; in ordinal order of name.</summary>
    public IReadOnlyList<TaskFacts> Tasks { get; init; } = [];

    /// <summary>Runs whose rows were left out; in ordinal order of name.</summary>
    public IReadOnlyList<QuarantinedRun> Quarantined { get; init; } = [];
}

public sealed record MetricFacts(string Name, Direction Direction, string? Unit, double? Min, double? Max, double? Chance);

public sealed record TaskFacts(string Name, string? Group, double Weight);

public sealed record QuarantinedRun(string Run, DateTimeOffset Since, string Reason);
