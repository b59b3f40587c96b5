using Microsoft.Extensions.Configuration;
using Npgsql;

namespace BenchWorker;

/// <summary>The results database: the one that <c>ConnectionStrings:Results</c> names, else a private Postgres of this program.</summary>
internal sealed class ResultsConnection : IAsyncDisposable
{
    public const string Key = "Results";

    private readonly EmbeddedPostgres? embedded;

    private ResultsConnection(NpgsqlDataSource database, EmbeddedPostgres? embedded)
    {
        (Database, this.embedded) = (database, embedded);
        ConnectionString = embedded?.ConnectionString;
    }

    public NpgsqlDataSource Database { get; }

    /// <summary>How other programs reach the private Postgres; null where the user configured a server and knows.</summary>
    public string? ConnectionString { get; }

    /// <exception cref="EmbeddedPostgresException">No server is configured and none can be brought.</exception>
    public static async Task<ResultsConnection> OpenAsync(IConfiguration configuration, CancellationToken ct) =>
        configuration.GetConnectionString(Key) is { Length: > 0 } configured
            ? new ResultsConnection(Source(configured).Build(), embedded: null)
            : await EmbeddedAsync(configuration, "benchworker", ct);

    /// <summary>Opens another database beside the results, on the configured server or the private one; it is made when absent.</summary>
    public static async Task<ResultsConnection> OpenOwnAsync(IConfiguration configuration, string database, CancellationToken ct)
    {
        if (configuration.GetConnectionString(Key) is not { Length: > 0 } configured)
            return await EmbeddedAsync(configuration, database, ct);
        NpgsqlDataSourceBuilder server = Source(configured);
        await OwnDatabase.EnsureAsync(server.ConnectionString, database, ct);
        server.ConnectionStringBuilder.Database = database;
        return new ResultsConnection(server.Build(), embedded: null);
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        if (embedded is not null)
            await embedded.DisposeAsync();
    }

    private static async Task<ResultsConnection> EmbeddedAsync(IConfiguration configuration, string database, CancellationToken ct)
    {
        PrivatePostgresOptions settings = configuration.GetSection(PrivatePostgresOptions.Section).Get<PrivatePostgresOptions>() ?? new PrivatePostgresOptions();
        EmbeddedPostgres own = await EmbeddedPostgres.StartAsync(settings.ToEmbedded(database), ct);
        return new ResultsConnection(Source(own.ConnectionString).Build(), own);
    }

    private static NpgsqlDataSourceBuilder Source(string connectionString)
    {
        NpgsqlDataSourceBuilder builder;
        try
        {
            builder = new NpgsqlDataSourceBuilder(connectionString);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new CommandFailedException($"ConnectionStrings__Results is not a connection string ({e.Message}). It reads like Host=db;Username=bench;Password=...;Database=bench", e);
        }

        builder.ConnectionStringBuilder.ApplicationName ??= "benchworker";
        return builder;
    }
}
