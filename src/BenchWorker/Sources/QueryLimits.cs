using System.ComponentModel.DataAnnotations;

namespace BenchWorker;

/// <summary>Configuration section <c>BenchWorker:Query</c>: what a board's own query may cost.</summary>
public sealed class QueryLimits
{
    public const string Section = "BenchWorker:Query";

    /// <summary>The server cancels a query that takes longer.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "1.00:00:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Rows that a query may return. All of them are held in memory while the board is composed.</summary>
    [Range(1, 100_000_000)]
    public int MaxRows { get; set; } = 2_000_000;
}
