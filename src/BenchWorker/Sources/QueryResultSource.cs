using System.Data;
using System.Globalization;
using BenchWorker.Analysis;
using BenchWorker.Site;
using Npgsql;

namespace BenchWorker;

/// <summary>Reads a board's own SQL, whose columns carry the names of the long result columns.</summary>
/// <remarks>The query runs alone, in a read-only transaction with a time limit; what it returns is read as text, so that column types do not matter.</remarks>
public sealed class QueryResultSource(NpgsqlDataSource database, QueryLimits limits) : IResultSource
{
    private const string Opening = "select * from (\n";

    /// <summary>One row too many is enough to refuse: the server stops there, where a reader would have to take the rest before it could let go.</summary>
    private const string Closing = "\n) as board_rows where $1 limit $2";

    public async Task<ResultSnapshot> ReadAsync(Board board, CancellationToken ct)
    {
        if (board.Source is not BoardSource.Query source)
            throw new ArgumentException($"Board {board.Slug} has no query of its own.", nameof(board));

        await using NpgsqlConnection connection = await database.OpenConnectionAsync(ct);
        await using NpgsqlTransaction snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await PrepareAsync(connection, ct);
        // With a positional parameter Npgsql sends the text as it is, and the server refuses a second statement in it:
        // no query can end the read-only transaction.
        await using var command = new NpgsqlCommand($"{Opening}{source.Sql.TrimEnd(' ', '\t', '\r', '\n', ';')}{Closing}", connection)
        {
            Parameters = { new() { Value = true }, new() { Value = limits.MaxRows + 1L } },
            AllResultTypesAreUnknown = true,
            CommandTimeout = 0,
        };
        try
        {
            await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(ct);
            return await ReadAsync(reader, board, source, ct);
        }
        catch (PostgresException e) when (!e.IsTransient && !e.SqlState.StartsWith("57P", StringComparison.Ordinal))
        {
            throw new ResultSourceException($"The query of board {board.Slug} failed: {Explain(e)}", e);
        }
    }

    private async Task<ResultSnapshot> ReadAsync(NpgsqlDataReader reader, Board board, BoardSource.Query source, CancellationToken ct)
    {
        var rows = new QueryRow(board, source, reader);
        var results = new List<Result>();
        while (await reader.ReadAsync(ct))
        {
            if (results.Count == limits.MaxRows)
                throw new ResultSourceException($"The query of board {board.Slug} returns more than {limits.MaxRows.ToString("N0", CultureInfo.InvariantCulture)} rows. Aggregate in the query, or raise {QueryLimits.Section}:MaxRows.");
            if (rows.Read(reader, results.Count + 1) is { } result) results.Add(result);
        }

        return new(results, rows.Newest);
    }

    private async Task PrepareAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            $"""
            set transaction read only;
            set local statement_timeout = {(long)limits.Timeout.TotalMilliseconds};
            set local timezone = 'UTC';
            set local datestyle = 'ISO, YMD';
            set local extra_float_digits = 1;
            """,
            connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    private string Explain(PostgresException e) => e.SqlState switch
    {
        PostgresErrorCodes.QueryCanceled => $"it took longer than {limits.Timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s. Make it faster, or raise {QueryLimits.Section}:Timeout.",
        PostgresErrorCodes.ReadOnlySqlTransaction => $"it writes ({e.MessageText}); a board may only read.",
        PostgresErrorCodes.SyntaxError when e.MessageText.StartsWith("cannot insert multiple", StringComparison.Ordinal) => "it holds more than one statement.",
        _ => e.Position > Opening.Length ? $"{e.MessageText} (at character {e.Position - Opening.Length})." : $"{e.MessageText}.",
    };
}
