using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace BenchWorker;

/// <summary>The schema in a database and the schema this program needs do not fit; the message says what to do.</summary>
public sealed class SchemaMismatchException : Exception
{
    public SchemaMismatchException()
    {
    }

    public SchemaMismatchException(string message)
        : base(message)
    {
    }

    public SchemaMismatchException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

/// <summary>Brings the schema <c>bench</c> to what this program needs, or says that it is not.</summary>
public static class BenchSchema
{
    private const int OldestServer = 150000;

    /// <summary>Applies what is missing. Any number of processes may do so at once; running it again changes nothing.</summary>
    /// <returns>The migrations that this call applied, oldest first.</returns>
    /// <exception cref="SchemaMismatchException">The server is too old, or the schema is newer than this program.</exception>
    public static async Task<IReadOnlyList<string>> MigrateAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        // The lock belongs to a transaction, not to a session, so that a pooler in transaction mode may stand between. What EF locks is asked for on another connection.
        await using NpgsqlConnection turn = await database.OpenConnectionAsync(ct);
        await using NpgsqlTransaction held = await turn.BeginTransactionAsync(ct);
        await ExecuteAsync(turn, "select pg_advisory_xact_lock(hashtextextended('bench.migrate', 0))", ct);
        await using NpgsqlConnection connection = await database.OpenConnectionAsync(ct);
        await RequireServerAsync(connection, ct);
        string[] missing = Missing(await AppliedAsync(connection, ct));
        if (missing.Length > 0)
        {
            await PrepareAsync(connection, ct);
            await ApplyAsync(database, ct);
        }

        await held.CommitAsync(ct);
        return missing;
    }

    /// <exception cref="SchemaMismatchException">The schema is absent, older or newer than this program needs.</exception>
    public static async Task RequireCurrentAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        await using NpgsqlConnection connection = await database.OpenConnectionAsync(ct);
        await RequireServerAsync(connection, ct);
        if (Missing(await AppliedAsync(connection, ct)) is { Length: > 0 } missing)
            throw new SchemaMismatchException($"The schema bench of database {connection.Database} lacks {string.Join(", ", missing)}. Run: benchworker migrate");
    }

    /// <summary>The SQL of all migrations; no server is asked.</summary>
    public static string Script()
    {
        using var nowhere = NpgsqlDataSource.Create("Host=localhost");
        using BenchContext context = BenchContext.On(nowhere);
        return context.GetService<IMigrator>().GenerateScript();
    }

    /// <returns>Migrations of this program that the database lacks.</returns>
    private static string[] Missing(IReadOnlyList<string> applied) =>
        applied.Except(MigrationNames.All, StringComparer.Ordinal).FirstOrDefault() is { } newer
            ? throw new SchemaMismatchException($"The schema bench is newer than this program: it holds {newer}, this program ends at {MigrationNames.All[^1]}. Use a newer benchworker.")
            : [.. MigrationNames.All.Except(applied, StringComparer.Ordinal)];

    /// <summary>The only step that loads EF Core, whose model costs a worker that finds its schema current 30 MB.</summary>
    private static async Task ApplyAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        await using BenchContext context = BenchContext.On(database);
        await context.Database.MigrateAsync(ct);
    }

    private static async Task<IReadOnlyList<string>> AppliedAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var exists = new NpgsqlCommand("select to_regclass('bench.migration') is not null", connection);
        if (await exists.ExecuteScalarAsync(ct) is not true) return [];
        await using var read = new NpgsqlCommand("""select "MigrationId" from bench.migration order by 1""", connection);
        await using NpgsqlDataReader rows = await read.ExecuteReaderAsync(ct);
        var applied = new List<string>();
        while (await rows.ReadAsync(ct)) applied.Add(rows.GetString(0));
        return applied;
    }

    /// <summary>Makes the history first: EF would otherwise log a failed query in looking for it.</summary>
    private static Task PrepareAsync(NpgsqlConnection connection, CancellationToken ct) => ExecuteAsync(
        connection,
        """
        create schema if not exists bench;
        create table if not exists bench.migration ("MigrationId" varchar(150) not null primary key, "ProductVersion" varchar(32) not null);
        comment on table bench.migration is 'Versions of this schema. Written by benchworker migrate.';
        comment on column bench.migration."MigrationId" is 'The change that was applied.';
        comment on column bench.migration."ProductVersion" is 'Version of EF Core that applied it.';
        """,
        ct);

    private static async Task RequireServerAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var version = new NpgsqlCommand("select current_setting('server_version_num')", connection);
        int number = int.Parse((string)(await version.ExecuteScalarAsync(ct) ?? "0"), CultureInfo.InvariantCulture);
        if (number < OldestServer)
            throw new SchemaMismatchException($"Postgres {connection.ServerVersion} is too old; benchworker needs 15 or later.");
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
