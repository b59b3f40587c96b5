using BenchWorker.Site;
using Npgsql;

namespace BenchWorker;

/// <summary>The SQL that polls for changes of a table or view of the user's own.</summary>
internal sealed class TableWatch(BoardWatch watch)
{
    private static readonly NpgsqlCommandBuilder Quoting = new();

    private readonly string table = string.Join('.', watch.Table.Split('.').Select(Quoting.QuoteIdentifier));

    /// <summary>What the board's row in <c>bench.watch</c> remembers of the declaration.</summary>
    public string Declaration => $"{watch.By} {watch.Table} {watch.Column}";

    /// <summary>One row: whether the table changed since <c>$1</c>, which is null at first, and what to show as <c>$1</c> next time.</summary>
    public string Poll => watch.By switch
    {
        // A row counts when the last snapshot did not see its transaction: one that commits late has an old number and is new all the same. The count notices deletes.
        WatchBy.Xid => Snapshots($"{Column} >= pg_snapshot_xmin(last.seen) and not pg_visible_in_snapshot({Column}, last.seen)"),
        WatchBy.Xmin => Snapshots("not pg_visible_in_snapshot(bench.full_xid(r.xmin, last.present), last.seen)"),
        // Not the highest value: a row that commits late below it, and a delete in the same interval, would leave it and the count as they were.
        _ when watch.Column is not null => Fingerprint($"hash_record_extended(row({Column}), 0)"),
        _ => Fingerprint("hashtextextended(r::text, 0)"),
    };

    private string Column => $"r.{Quoting.QuoteIdentifier(watch.Column ?? "")}";

    private string Snapshots(string unseen) => $"""
        with last as materialized (select split_part($1, ' ', 1)::pg_snapshot as seen, split_part($1, ' ', 2) as rows, pg_current_snapshot() as present),
        looked as (
            select (select count(*) from {table})::text as rows, case when $1 is not null then exists (select from {table} r, last where {unseen}) end as unseen)
        select looked.unseen or looked.rows is distinct from last.rows, last.present || ' ' || looked.rows from looked, last
        """;

    private string Fingerprint(string hash) => $"""
        with now as materialized (select count(*) || ' ' || coalesce(sum({hash}), 0) as seen from {table} r)
        select seen is distinct from $1, seen from now
        """;
}
