using System.Diagnostics;
using System.Globalization;
using BenchWorker.Site;
using Npgsql;

namespace BenchWorker;

/// <summary>How changes behind a board's own query are noticed, what else would be possible, and what one poll costs.</summary>
internal sealed class WatchCheck(NpgsqlDataSource database)
{
    private const string Facts =
        """
        select c.relkind in ('r', 'p') and pg_has_role(c.relowner, 'usage') or c.relkind in ('r', 'p') and has_table_privilege(c.oid, 'trigger'),
            c.relkind = 'r', (select string_agg(quote_ident(a.attname), ', ') from pg_attribute a where a.attrelid = c.oid and a.atttypid = 'xid8'::regtype and a.attnum > 0),
            pg_size_pretty(pg_total_relation_size(c.oid)),
            exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = left('benchworker_' || $2, 63) and t.tgenabled <> 'D')
        from pg_class c where c.oid = to_regclass($1)
        """;

    /// <exception cref="CommandFailedException">The board's changes cannot be noticed as its file says.</exception>
    public async Task<string> DescribeAsync(Board board, CancellationToken ct)
    {
        if (board.Refresh.Watch is not { } watch)
            return "changes are not watched; requests and schedules refresh it (refresh: { watch: { table: schema.table } } would watch)";
        await using NpgsqlCommand ask = database.CreateCommand(Facts);
        ask.Parameters.Add(new NpgsqlParameter<string> { TypedValue = watch.Table });
        ask.Parameters.Add(new NpgsqlParameter<string> { TypedValue = board.Slug });
        await using NpgsqlDataReader row = await ask.ExecuteReaderAsync(ct);
        if (!await row.ReadAsync(ct))
            throw new CommandFailedException($"there is no table or view {watch.Table} to watch, or this role may not see it.");
        string possible = $"possible: {(row.GetBoolean(0) ? "trigger, " : "")}{(row.IsDBNull(2) ? "" : $"xid ({row.GetString(2)}), ")}{(row.GetBoolean(1) ? "xmin, " : "")}fingerprint; {row.GetString(3)}";
        bool installed = row.GetBoolean(4);
        if (watch.By == WatchBy.Trigger)
        {
            return installed
                ? $"{watch.Table} marks its changes by trigger ({possible})"
                : throw new CommandFailedException($"the trigger on {watch.Table} is not installed; \"benchworker check --print-triggers {board.Slug}\" prints it ({possible}).");
        }

        await row.DisposeAsync();
        double milliseconds = await PollAsync(watch, ct);
        return string.Create(CultureInfo.InvariantCulture, $"{watch.Table} is polled by {watch.By.ToString().ToLowerInvariant()} every {watch.Every.TotalSeconds} s; one poll took {milliseconds:F0} ms ({possible})");
    }

    private async Task<double> PollAsync(BoardWatch watch, CancellationToken ct)
    {
        long began = Stopwatch.GetTimestamp();
        await using NpgsqlCommand look = database.CreateCommand(new TableWatch(watch).Poll);
        look.Parameters.Add(new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        await look.ExecuteNonQueryAsync(ct);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}
