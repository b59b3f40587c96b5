namespace BenchWorker;

/// <summary>A row that was not taken, and why: the end of a sentence.</summary>
/// <param name="Line">In the file, from 1, where the row begins.</param>
public sealed record RejectedRow(long Line, string Reason);

/// <summary>What became of a file's rows: each was taken, skipped, replaced or rejected.</summary>
public sealed record ImportReport
{
    /// <summary>At most this many rejected rows are told one by one.</summary>
    public const int MostRejectsTold = 1000;

    /// <summary>False when bad rows kept the whole file out; then nothing changed, and the other counts say what would have.</summary>
    public required bool Committed { get; init; }

    public required long Rows { get; init; }

    public required long Taken { get; init; }

    /// <summary>There already, with the same value.</summary>
    public required long Skipped { get; init; }

    /// <summary>There with another value, which gave way; 0 unless asked for.</summary>
    public required long Replaced { get; init; }

    public required long RejectedCount { get; init; }

    /// <summary>In order of line; the first <see cref="MostRejectsTold"/>.</summary>
    public required IReadOnlyList<RejectedRow> Rejected { get; init; }
}
