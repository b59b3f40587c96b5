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

    /// <param name="embeddedDatabase">Name of the database where no server is configured.</param>
    /// <exception cref="EmbeddedPostgresException">No server is configured and none can be brought.</exception>
    public static async Task<ResultsConnection> OpenAsync(IConfiguration configuration, CancellationToken ct, string embeddedDatabase = "benchworker")
    {
        if (configuration.GetConnectionString(Key) is { Length: > 0 } configured)
            return new ResultsConnection(Source(configured), embedded: null);
        EmbeddedPostgres own = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions { Database = embeddedDatabase }, ct);
        return new ResultsConnection(Source(own.ConnectionString), own);
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        if (embedded is not null)
            await embedded.DisposeAsync();
    }

    private static NpgsqlDataSource Source(string connectionString)
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
        return builder.Build();
    }
}
