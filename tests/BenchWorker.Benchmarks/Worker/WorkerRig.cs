using System.Diagnostics;
using Npgsql;

namespace BenchWorker.Benchmarks;

/// <summary>A private Postgres with its safety on, an empty schema, and folders for boards and site.</summary>
internal sealed class WorkerRig : IAsyncDisposable
{
    /// <summary>After which a worker with nothing to do has given back what its work took.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(80);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly PublishedProgram program;
    private readonly DirectoryInfo folder;
    private readonly EmbeddedPostgres server;

    private WorkerRig(PublishedProgram program, DirectoryInfo folder, EmbeddedPostgres server)
    {
        this.program = program;
        this.folder = folder;
        this.server = server;
        // One session at a time, so that its processor time can be asked for afterwards.
        Database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server.ConnectionString) { CommandTimeout = 0, MaxPoolSize = 1 }.ConnectionString);
    }

    public NpgsqlDataSource Database { get; }

    private string Current => Path.Combine(folder.FullName, "site", "current");

    public static async Task<WorkerRig> StartAsync(PublishedProgram program)
    {
        DirectoryInfo root = Directory.CreateTempSubdirectory("bench-worker-");
        root.CreateSubdirectory("boards");
        EmbeddedPostgres started = await EmbeddedPostgres.StartAsync(
            new() { Folder = root.FullName, Lifetime = EmbeddedPostgresLifetime.StopWithProcess }, CancellationToken.None);
        await using (NpgsqlDataSource fresh = NpgsqlDataSource.Create(started.ConnectionString))
            await BenchSchema.MigrateAsync(fresh, CancellationToken.None);
        return new WorkerRig(program, root, started);
    }

    public Task<WorkerProcess> WorkerAsync() => WorkerProcess.StartAsync(program.Start("run", Settings()));

    /// <summary>What a command of the program prints.</summary>
    public async Task<string> PrintAsync(string command, params IEnumerable<string> arguments)
    {
        using Process process = Process.Start(program.Start(command, [.. arguments, .. Settings()])) ?? throw new InvalidOperationException("The program could not be started.");
        Task<string> complaint = process.StandardError.ReadToEndAsync();
        string printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? printed : throw new InvalidOperationException($"{command} ended with status {process.ExitCode}: {await complaint}");
    }

    public Task DeclareAsync(string board, string yaml) => File.WriteAllTextAsync(Path.Combine(folder.FullName, "boards", $"{board}.yaml"), yaml);

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

    /// <summary>How long it takes from the end of the statement until the next release stands where readers look, and its page holds the text.</summary>
    public async Task<double> MillisecondsToPageAsync(string sql, string board, string text)
    {
        string? before = Directory.ResolveLinkTarget(Current, returnFinalTarget: false)?.FullName;
        await RunAsync(sql);
        long began = Stopwatch.GetTimestamp();
        await UntilAsync(() => Task.FromResult(Directory.ResolveLinkTarget(Current, returnFinalTarget: false)?.FullName != before), TimeSpan.FromMilliseconds(1));
        string page = await File.ReadAllTextAsync(Path.Combine(Current, "boards", board, "index.html"));
        double milliseconds = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        return page.Contains(text, StringComparison.Ordinal) ? milliseconds : throw new InvalidOperationException($"The release that followed does not show {text} on {board}.");
    }

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

    private IEnumerable<string> Settings() => new[]
    {
        $"ConnectionStrings:Results={server.ConnectionString}",
        $"BenchWorker:Boards:Folder={Path.Combine(folder.FullName, "boards")}",
        $"BenchWorker:Site:Folder={Path.Combine(folder.FullName, "site")}",
        "BenchWorker:Worker:Debounce=00:00:00",
        "BenchWorker:Logging:Level=Information",
    }.SelectMany(static setting => new[] { "--set", setting });
}
