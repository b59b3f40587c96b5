using Npgsql;

namespace BenchWorker;

/// <summary>Whether the database role may do what a worker does.</summary>
internal static class RightsCheck
{
    private const string Missing =
        """
        select string_agg(what, ', ' order by what) from (
            select 'select on bench.' || relname as what from pg_class where relnamespace = 'bench'::regnamespace and relkind in ('r', 'v') and not has_table_privilege(oid, 'select')
            union all
            select 'insert and update on bench.' || relname from pg_class where relnamespace = 'bench'::regnamespace
                and relname in ('board', 'work', 'site', 'publication', 'refresh_request', 'dirty', 'cell', 'dirty_cell', 'watch')
                and not (has_table_privilege(oid, 'insert') and has_table_privilege(oid, 'update'))
            union all
            select 'create in schema bench_quartz' where not has_schema_privilege('bench_quartz', 'create')) missing
        """;

    /// <exception cref="CommandFailedException">A right is missing.</exception>
    public static async Task<string> DescribeAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        await using NpgsqlConnection connection = await database.OpenConnectionAsync(ct);
        await using NpgsqlCommand ask = new(Missing, connection);
        return await ask.ExecuteScalarAsync(ct) is string missing
            ? throw new CommandFailedException($"the role lacks {missing}. deploy/grants.sql gives a worker what it needs.")
            : $"Postgres {connection.ServerVersion}, the role may do what a worker does";
    }
}
