using BenchWorker.Site;
using Npgsql;

namespace BenchWorker;

/// <summary>The SQL that the owner of a watched table installs, so that every change marks the board in its own transaction.</summary>
/// <param name="byRow">
/// Triggers of statements are cheaper, but a partition that is written directly does not fire those of its parent, and a subscriber of a logical
/// replication fires none. Such tables get triggers of rows, whose first row in a transaction marks and whose others only look.
/// </param>
internal sealed class WatchTrigger(BoardWatch watch, string board, bool byRow)
{
    private static readonly NpgsqlCommandBuilder Quoting = new();

    private readonly string table = string.Join('.', watch.Table.Split('.').Select(Quoting.QuoteIdentifier));
    private readonly string name = Quoting.QuoteIdentifier($"benchworker_{board}");
    private readonly string literal = $"'{board.Replace("'", "''", StringComparison.Ordinal)}'";

    public string Sql => $"""
        -- Marks board {board} in the transaction of every change of {watch.Table}. Writers need no rights on schema bench.
        create or replace function {name}() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
        begin
            {(byRow ? MarkOnce : Mark)}
            return null;
        end $$;
        set lock_timeout = '3s';
        {(byRow ? RowTriggers : StatementTrigger)}

        """;

    private string Mark => $"perform bench.mark({literal});";

    private string MarkOnce => $"""
        if current_setting('{Marked}', true) is distinct from pg_current_xact_id()::text then
                perform set_config('{Marked}', pg_current_xact_id()::text, true);
                {Mark}
            end if;
        """;

    /// <summary>A setting of the transaction that remembers that the mark was left; names of settings have no hyphens.</summary>
    private string Marked => $"benchworker.marked_{board.Replace('-', '_')}";

    private string StatementTrigger => Install(name, "insert or update or delete or truncate", "statement");

    private string RowTriggers => $"""
        {Install(name, "insert or update or delete", "row")}
        {Install(Quoting.QuoteIdentifier($"benchworker_truncate_{board}"), "truncate", "statement")}
        """;

    private string Install(string trigger, string events, string each) => $"""
        create or replace trigger {trigger} after {events} on {table} for each {each} execute function {name}();
        alter table {table} enable always trigger {trigger};
        """;
}
