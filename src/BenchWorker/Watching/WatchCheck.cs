using BenchWorker.Site;
using Npgsql;

namespace BenchWorker;

/// <summary>How changes behind a board are noticed, what else would be possible for the table that it watches, and what each way costs.</summary>
internal sealed class WatchCheck(NpgsqlDataSource database)
{
    private const string Facts =
        """
        select c.relkind in ('r', 'p') and (pg_has_role(c.relowner, 'usage') or has_table_privilege(c.oid, 'trigger')), c.relkind = 'r',
            (select min(a.attname) from pg_attribute a where a.attrelid = c.oid and a.atttypid = 'xid8'::regtype and a.attnum > 0 and not a.attisdropped),
            pg_size_pretty(pg_total_relation_size(c.oid)),
            exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = left('benchworker_' || $2, 63) and t.tgenabled <> 'D' and (t.tgtype & 1 = 1 or not rows.needed)),
            rows.needed
        from pg_class c
        cross join lateral (select c.relkind = 'p' or c.relispartition or exists (select from pg_subscription_rel s where s.srrelid = c.oid) as needed) rows
        where c.oid = to_regclass($1)
        """;

    private const string Marked = "select count(*) from pg_trigger where tgrelid in ('bench.score'::regclass, 'bench.sample_score'::regclass) and not tgisinternal and tgname like 'mark\\_%' and tgenabled <> 'D'";

    /// <exception cref="CommandFailedException">The board's changes cannot be noticed as its file says.</exception>
    public async Task<string> DescribeAsync(Board board, CancellationToken ct)
    {
        if (board.Source is BoardSource.Benchmark)
            return await DescribeMarksAsync(ct);
        if (board.Refresh.Watch is not { } watch)
            return "changes are not watched; requests and schedules refresh it (refresh: { watch: { table: schema.table } } would watch)";
        WatchedTable table = await ReadAsync(watch.Table, board.Slug, ct)
            ?? throw new CommandFailedException($"there is no table or view {watch.Table} to watch, or this role may not see it.");
        if (watch.By == WatchBy.Trigger && !table.Installed)
            throw new CommandFailedException($"the trigger on {watch.Table} is not installed; \"benchworker check --print-triggers {board.Slug}\" prints it.{(table.MayInstall ? "" : " Its owner installs it.")} Or poll: {await PossibleAsync(watch, table, ct)}.");
        string way = watch.By == WatchBy.Trigger ? "marks its changes by trigger" : FormattableString.Invariant($"is polled by {watch.By.ToString().ToLowerInvariant()} every {watch.Every.TotalSeconds} s");
        return $"{watch.Table} {way}; possible: {await PossibleAsync(watch, table, ct)}; {table.Size}";
    }

    /// <summary>The SQL that makes the table mark its changes, as this table needs it; a table that is not there yet is taken for an ordinary one.</summary>
    public async Task<string> TriggerAsync(Board board, BoardWatch watch, CancellationToken ct) =>
        new WatchTrigger(watch, board.Slug, byRow: await ReadAsync(watch.Table, board.Slug, ct) is { ByRow: true }).Sql;

    private async Task<string> DescribeMarksAsync(CancellationToken ct)
    {
        await using NpgsqlCommand count = database.CreateCommand(Marked);
        return await count.ExecuteScalarAsync(ct) is > 0L
            ? "changes are marked by the schema's own triggers, in the transaction of the change; nothing is polled but the marks"
            : "changes are marked by who writes them: select bench.mark_benchmark(name)";
    }

    private async Task<WatchedTable?> ReadAsync(string name, string board, CancellationToken ct)
    {
        await using NpgsqlCommand ask = database.CreateCommand(Facts);
        ask.Parameters.Add(new NpgsqlParameter<string> { TypedValue = name });
        ask.Parameters.Add(new NpgsqlParameter<string> { TypedValue = board });
        await using NpgsqlDataReader row = await ask.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? new WatchedTable(row.GetBoolean(0), row.GetBoolean(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetString(3), row.GetBoolean(4), row.GetBoolean(5)) : null;
    }

    private async Task<string> PossibleAsync(BoardWatch declared, WatchedTable table, CancellationToken ct)
    {
        PollCost cost = new(database);
        List<string> ways = [];
        if (table.Installed || table.MayInstall)
            ways.Add(table.ByRow ? "trigger (one row a changing transaction and a look at each row, nothing to poll)" : "trigger (one row a changing statement, nothing to poll)");
        if (table.XidColumn is { } column)
            ways.Add($"xid, column {column} ({await cost.MeasureAsync(declared with { By = WatchBy.Xid, Column = column }, ct)})");
        if (table.HasXmin)
            ways.Add($"xmin ({await cost.MeasureAsync(declared with { By = WatchBy.Xmin, Column = null }, ct)})");
        string? highest = declared.By == WatchBy.Fingerprint ? declared.Column : null;
        ways.Add($"fingerprint ({await cost.MeasureAsync(declared with { By = WatchBy.Fingerprint, Column = highest }, ct)})");
        return string.Join(", ", ways);
    }

    /// <param name="MayInstall">This role may create triggers on it.</param>
    /// <param name="HasXmin">An ordinary table, whose rows name the transactions that wrote them.</param>
    /// <param name="Installed">The board's trigger is there, of the kind that the table needs, and not disabled.</param>
    /// <param name="ByRow">A partition or its parent, or a table that a subscription fills: only triggers of rows see every change.</param>
    private sealed record WatchedTable(bool MayInstall, bool HasXmin, string? XidColumn, string Size, bool Installed, bool ByRow);
}
