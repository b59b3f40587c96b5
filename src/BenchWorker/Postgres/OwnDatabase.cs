using Npgsql;

namespace BenchWorker;

/// <summary>A database of a given name on a server where it may not be yet.</summary>
internal static class OwnDatabase
{
    /// <param name="connectionString">To any database of the server, as a role that may create others where this one is absent.</param>
    public static async Task EnsureAsync(string connectionString, string database, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(ct);
        await using var exists = new NpgsqlCommand("select exists(select from pg_database where datname = $1)", connection) { Parameters = { new() { Value = database } } };
        if (await exists.ExecuteScalarAsync(ct) is true)
            return;
        await using var create = new NpgsqlCommand($"create database \"{database.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", connection);
        await create.ExecuteNonQueryAsync(ct);
    }
}
