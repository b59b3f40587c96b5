using System.Diagnostics;
using System.Globalization;
using BenchWorker.Site;
using Npgsql;
using NpgsqlTypes;

namespace BenchWorker;

/// <summary>How long one poll of a table takes when nothing changed, which is what nearly every poll finds.</summary>
internal sealed class PollCost(NpgsqlDataSource database)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<string> MeasureAsync(BoardWatch watch, CancellationToken ct)
    {
        await using NpgsqlConnection connection = await database.OpenConnectionAsync(ct);
        await using NpgsqlTransaction reading = await connection.BeginTransactionAsync(ct);
        await using (NpgsqlCommand limit = new(string.Create(CultureInfo.InvariantCulture, $"set transaction read only; set local statement_timeout = {(long)Patience.TotalMilliseconds}"), connection))
            await limit.ExecuteNonQueryAsync(ct);
        try
        {
            string? seen = await PollAsync(connection, watch, seen: null, ct);
            long began = Stopwatch.GetTimestamp();
            await PollAsync(connection, watch, seen, ct);
            return string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(began).TotalMilliseconds:F0} ms a poll");
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.QueryCanceled)
        {
            return string.Create(CultureInfo.InvariantCulture, $"over {Patience.TotalSeconds} s a poll");
        }
    }

    private static async Task<string?> PollAsync(NpgsqlConnection connection, BoardWatch watch, string? seen, CancellationToken ct)
    {
        await using NpgsqlCommand poll = new(new TableWatch(watch).Poll, connection);
        poll.Parameters.Add(new NpgsqlParameter { Value = (object?)seen ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        await using NpgsqlDataReader row = await poll.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return row.GetString(1);
    }
}
