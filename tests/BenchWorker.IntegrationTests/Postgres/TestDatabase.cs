using Npgsql;

namespace BenchWorker.IntegrationTests;

/// <summary>A database of one test, dropped with it.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string? name;

    private TestDatabase(string? name, string connectionString)
    {
        this.name = name;
        ConnectionString = connectionString;
        DataSource = NpgsqlDataSource.Create(connectionString);
    }

    public string ConnectionString { get; }

    public NpgsqlDataSource DataSource { get; }

    /// <summary>An empty database.</summary>
    public static async Task<TestDatabase> CreateAsync()
    {
        TestCluster cluster = await TestCluster.GetAsync();
        string made = $"test_{Guid.NewGuid():n}";
        await ExecuteAsync(cluster, $"create database {made}");
        return new(made, new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Database = made, IncludeErrorDetail = true }.ConnectionString);
    }

    /// <summary>A database that belongs to a server of the test's own, and goes with it.</summary>
    public static TestDatabase At(string connectionString) => new(name: null, connectionString);

    /// <summary>A database with the schema bench in it.</summary>
    public static async Task<TestDatabase> CreateMigratedAsync()
    {
        TestDatabase database = await CreateAsync();
        await BenchSchema.MigrateAsync(database.DataSource, CancellationToken.None);
        return database;
    }

    public async Task<T?> ScalarAsync<T>(string sql)
    {
        await using NpgsqlCommand command = DataSource.CreateCommand(sql);
        return await command.ExecuteScalarAsync() is T value ? value : default;
    }

    /// <summary>Every row as its columns' text, joined by "|"; null is empty.</summary>
    public async Task<IReadOnlyList<string>> RowsAsync(string sql)
    {
        await using NpgsqlCommand command = DataSource.CreateCommand(sql);
        command.AllResultTypesAreUnknown = true;
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "" : reader.GetString(i))));
        return rows;
    }

    public async Task<int> ExecuteAsync(string sql)
    {
        await using NpgsqlCommand command = DataSource.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        NpgsqlConnection.ClearPool(new NpgsqlConnection(ConnectionString));
        if (name is not null) await ExecuteAsync(await TestCluster.GetAsync(), $"drop database if exists {name} with (force)");
    }

    private static async Task ExecuteAsync(TestCluster cluster, string sql)
    {
        await using var connection = new NpgsqlConnection(cluster.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
