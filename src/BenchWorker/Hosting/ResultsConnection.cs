using Microsoft.Extensions.Configuration;
using Npgsql;

namespace BenchWorker;

/// <summary>The results database: the one that <c>ConnectionStrings:Results</c> names, else a private Postgres of this program.</summary>
internal sealed class ResultsConnection : IAsyncDisposable
{
    public const string Key = "Results";

    /// <summary>A way to the same database past a pooler.</summary>
    private const string DirectKey = "Direct";

    private readonly EmbeddedPostgres? embedded;

    private ResultsConnection(NpgsqlDataSourceBuilder source, EmbeddedPostgres? embedded, string? direct = null)
    {
        (Database, this.embedded) = (source.Build(), embedded);
        Source = new ResultsSource(source.ConnectionString, direct is { Length: > 0 } ? Builder(direct, DirectKey).ConnectionString : source.ConnectionString, Shared: embedded is null);
        ConnectionString = embedded?.ConnectionString;
    }

    public NpgsqlDataSource Database { get; }

    /// <summary>For what needs connections outside the pool.</summary>
    public ResultsSource Source { get; }

    /// <summary>How other programs reach the private Postgres; null where the user configured a server and knows.</summary>
    public string? ConnectionString { get; }

    /// <exception cref="EmbeddedPostgresException">No server is configured and none can be brought.</exception>
    public static async Task<ResultsConnection> OpenAsync(IConfiguration configuration, CancellationToken ct) =>
        configuration.GetConnectionString(Key) is { Length: > 0 } configured
            ? new ResultsConnection(Builder(configured), embedded: null, configuration.GetConnectionString(DirectKey))
            : await EmbeddedAsync(configuration, "benchworker", ct);

    /// <summary>Opens another database beside the results, on the configured server or the private one; it is made when absent.</summary>
    public static async Task<ResultsConnection> OpenOwnAsync(IConfiguration configuration, string database, CancellationToken ct)
    {
        if (configuration.GetConnectionString(Key) is not { Length: > 0 } configured)
            return await EmbeddedAsync(configuration, database, ct);
        NpgsqlDataSourceBuilder server = Builder(configured);
        await OwnDatabase.EnsureAsync(server.ConnectionString, database, ct);
        server.ConnectionStringBuilder.Database = database;
        return new ResultsConnection(server, embedded: null);
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
        return new ResultsConnection(Builder(own.ConnectionString), own);
    }

    private static NpgsqlDataSourceBuilder Builder(string connectionString, string key = Key)
    {
        NpgsqlDataSourceBuilder builder;
        try
        {
            builder = new NpgsqlDataSourceBuilder(connectionString);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new CommandFailedException($"ConnectionStrings__{key} is not a connection string ({e.Message}). It reads like Host=db;Username=bench;Password=...;Database=bench", e);
        }

        builder.ConnectionStringBuilder.ApplicationName ??= "benchworker";
        return builder;
    }
}

/// <summary>How the results database is reached, with the password that a data source does not give away again.</summary>
/// <param name="Direct">For the one connection that listens; the same unless the configuration leads past a pooler.</param>
/// <param name="Shared">The server is the user's own, and other workers may use it.</param>
internal sealed record ResultsSource(string ConnectionString, string Direct, bool Shared)
{
    /// <summary>The secret stays out of whatever prints the record.</summary>
    public override string ToString() => nameof(ResultsSource);
}
