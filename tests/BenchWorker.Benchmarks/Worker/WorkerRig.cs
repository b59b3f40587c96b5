using System.Diagnostics;
using Npgsql;

namespace BenchWorker.Benchmarks;

/// <summary>A private Postgres with its safety on, an empty schema, and folders for boards and site.</summary>
internal sealed class WorkerRig : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly DirectoryInfo folder;
    private readonly EmbeddedPostgres server;

    private WorkerRig(DirectoryInfo folder, EmbeddedPostgres server)
    {
        this.folder = folder;
        this.server = server;
        // One session at a time, so that its processor time can be asked for afterwards.
        Database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server.ConnectionString) { CommandTimeout = 0, MaxPoolSize = 1 }.ConnectionString);
    }

    public NpgsqlDataSource Database { get; }

    public static async Task<WorkerRig> StartAsync()
    {
        DirectoryInfo root = Directory.CreateTempSubdirectory("bench-worker-");
        root.CreateSubdirectory("boards");
        EmbeddedPostgres started = await EmbeddedPostgres.StartAsync(
            new() { Folder = root.FullName, Lifetime = EmbeddedPostgresLifetime.StopWithProcess }, CancellationToken.None);
        await using (NpgsqlDataSource fresh = NpgsqlDataSource.Create(started.ConnectionString))
            await BenchSchema.MigrateAsync(fresh, CancellationToken.None);
        return new WorkerRig(root, started);
    }

    public Task<WorkerProcess> WorkerAsync() => WorkerProcess.StartAsync([
        $"ConnectionStrings:Results={server.ConnectionString}",
        $"BenchWorker:Boards:Folder={Path.Combine(folder.FullName, "boards")}",
        $"BenchWorker:Site:Folder={Path.Combine(folder.FullName, "site")}",
        "BenchWorker:Worker:Debounce=00:00:00",
        "BenchWorker:Logging:Level=Information"]);

    public async Task RunAsync(string sql)
    {
        await using NpgsqlCommand command = Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> AskAsync<T>(string sql)
    {
        await using NpgsqlCommand command = Database.CreateCommand(sql);
        return await command.ExecuteScalarAsync() is T value ? value : throw new InvalidOperationException($"No answer to: {sql}");
    }

    public Task UntilAsync(string question) => UntilAsync(() => AskAsync<bool>(question), TimeSpan.FromMilliseconds(100));

    /// <summary>Every board has caught up with what changed.</summary>
    public Task QuietAsync() => UntilAsync("select exists (select from bench.work) and not exists (select from bench.work where want > done) and not exists (select from bench.dirty)");

    /// <summary>Looks at the published page every millisecond until it holds the text.</summary>
    public Task PageHoldsAsync(string board, string text) => UntilAsync(() => Task.FromResult(Page(board).Contains(text, StringComparison.Ordinal)), TimeSpan.FromMilliseconds(1));

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await server.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static async Task UntilAsync(Func<Task<bool>> question, TimeSpan pause)
    {
        for (long began = Stopwatch.GetTimestamp(); !await question(); await Task.Delay(pause))
        {
            if (Stopwatch.GetElapsedTime(began) > Patience)
                throw new TimeoutException($"The worker did not get there within {Patience}.");
        }
    }

    private string Page(string board)
    {
        string path = Path.Combine(folder.FullName, "site", "current", "boards", board, "index.html");
        return File.Exists(path) ? File.ReadAllText(path) : "";
    }
}
