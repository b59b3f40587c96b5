using BenchWorker.IntegrationTests;
using Npgsql;
using Xunit;
#if TESTCONTAINERS
using Testcontainers.PostgreSql;
#endif

[assembly: AssemblyFixture(typeof(TestCluster))]

namespace BenchWorker.IntegrationTests;

/// <summary>
/// The real Postgres behind every test, one a run: the one that BENCHWORKER_TEST_POSTGRES names, else a container where that was built in
/// and an engine answers, else a private one without fsync.
/// </summary>
public sealed class TestCluster : IAsyncDisposable
{
    private static readonly SemaphoreSlim Gate = new(1);
    private static TestCluster? shared;

    private readonly IAsyncDisposable? owned;

    /// <summary>What the test runner makes to dispose the cluster at the end of the run.</summary>
    public TestCluster()
        : this("", null)
    {
    }

    private TestCluster(string connectionString, IAsyncDisposable? owned)
    {
        ConnectionString = connectionString;
        this.owned = owned;
    }

    /// <summary>To a database that nobody writes to, as a role that may create others.</summary>
    public string ConnectionString { get; }

    public static async Task<TestCluster> GetAsync()
    {
        await Gate.WaitAsync();
        try
        {
            return shared ??= await StartAsync();
        }
        finally
        {
            Gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (shared?.owned is { } server) await server.DisposeAsync();
    }

    private static async Task<TestCluster> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("BENCHWORKER_TEST_POSTGRES") is { Length: > 0 } given) return new(given, null);
#if TESTCONTAINERS
        if (await TryContainerAsync() is { } container) return new(container.GetConnectionString(), container);
#endif
        var temporary = new TemporaryServer();
        return new(await temporary.StartAsync(), temporary);
    }

#if TESTCONTAINERS
    private static async Task<PostgreSqlContainer?> TryContainerAsync()
    {
        PostgreSqlContainer container = new PostgreSqlBuilder("postgres:17-alpine").WithCommand("-c", "fsync=off", "-c", "max_connections=300").Build();
        try
        {
            await container.StartAsync();
            return container;
        }
        catch (Exception e) when (e is DotNet.Testcontainers.Builders.DockerUnavailableException)
        {
            return null;
        }
    }
#endif

    private sealed class TemporaryServer : IAsyncDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bench-pg-");
        private EmbeddedPostgres? server;

        public async Task<string> StartAsync()
        {
            server = await EmbeddedPostgres.StartAsync(
                new()
                {
                    Folder = folder.FullName,
                    Lifetime = EmbeddedPostgresLifetime.StopWithProcess,
                    Durable = false,
                    Settings = new Dictionary<string, string> { ["max_connections"] = "300" },
                },
                CancellationToken.None);
            return server.ConnectionString;
        }

        public async ValueTask DisposeAsync()
        {
            if (server is not null) await server.DisposeAsync();
            folder.Delete(recursive: true);
        }
    }
}
