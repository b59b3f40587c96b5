using System.Data;
using BenchWorker.Site;
using Npgsql;
using NpgsqlTypes;

namespace BenchWorker;

/// <summary>Polls the tables that boards watch without a trigger, one replica each at a time.</summary>
internal sealed class TablePoll(NpgsqlDataSource database)
{
    private const int LongestPollSeconds = 60;

    private const string Take =
        """
        select w.seen from bench.watch w
        where w.board = $1 and w.polled_at + $2 <= clock_timestamp() for update skip locked
        """;

    /// <returns>Whether the board was marked.</returns>
    public async Task<bool> PollAsync(string board, BoardWatch watch, CancellationToken ct)
    {
        TableWatch table = new(watch);
        await using NpgsqlConnection connection = await database.OpenConnectionAsync(ct);
        await ExecuteAsync(connection, "insert into bench.watch (board, declaration) values ($1, $2) on conflict (board) do update set declaration = excluded.declaration, seen = null where bench.watch.declaration <> excluded.declaration", ct, board, table.Declaration);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(ct);
        await using NpgsqlCommand take = new(Take, connection) { Parameters = { new() { Value = board }, new() { Value = watch.Every } } };
        object? taken = await take.ExecuteScalarAsync(ct);
        if (taken is null)
            return false;
        (bool changed, string? seen, string? error) = await LookAsync(table, taken as string, ct);
        await ExecuteAsync(connection, "update bench.watch set seen = $2, polled_at = clock_timestamp(), error = $3 where board = $1", ct, board, seen, error);
        if (changed)
            await ExecuteAsync(connection, "select bench.mark($1)", ct, board);
        await transaction.CommitAsync(ct);
        return error is null ? changed : throw new ResultSourceException($"Board {board}: {watch.Table} cannot be polled: {error}");
    }

    /// <summary>The look itself, read-only and limited in time, on a connection of its own: what it meets cannot hurt the bookkeeping.</summary>
    private async Task<(bool Changed, string? Seen, string? Error)> LookAsync(TableWatch table, string? seen, CancellationToken ct)
    {
        try
        {
            await using NpgsqlConnection connection = await database.OpenConnectionAsync(ct);
            await using NpgsqlTransaction snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
            await ExecuteAsync(connection, "set transaction read only", ct);
            await using NpgsqlCommand look = new(table.Poll, connection) { CommandTimeout = LongestPollSeconds };
            look.Parameters.Add(new NpgsqlParameter { Value = (object?)seen ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
            await using NpgsqlDataReader row = await look.ExecuteReaderAsync(ct);
            await row.ReadAsync(ct);
            return (row.IsDBNull(0) || row.GetBoolean(0), row.GetString(1), null);
        }
        catch (PostgresException e) when (!PassingFailure.Is(e))
        {
            return (false, seen, e.MessageText);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct, params string?[] arguments)
    {
        await using NpgsqlCommand command = new(sql, connection);
        foreach (string? argument in arguments)
            command.Parameters.Add(new NpgsqlParameter { Value = (object?)argument ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        await command.ExecuteNonQueryAsync(ct);
    }
}
