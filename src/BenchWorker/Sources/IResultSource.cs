using BenchWorker.Analysis;
using BenchWorker.Site;

namespace BenchWorker;

/// <summary>Where a board's rows come from.</summary>
public interface IResultSource
{
    /// <summary>Everything the board shows, as one consistent read saw it. Rows of quarantined runs are left out and listed.</summary>
    /// <exception cref="ResultSourceException">The source cannot answer, or its answer has not the result columns; the message is for the board's owner.</exception>
    /// <exception cref="Npgsql.NpgsqlException">The database failed.</exception>
    Task<ResultSnapshot> ReadAsync(Board board, CancellationToken ct);
}
