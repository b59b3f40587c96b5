using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace BenchWorker.IntegrationTests;

/// <summary>A results database, a folder of board files and a site folder of one test, and the workers that it starts on them.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bench-worker-");
    private readonly List<WorkerProcess> workers = [];

    private Bench(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    /// <summary>Where a worker connects; another than the test's own when something stands between.</summary>
    public string? WorkerConnection { get; set; }

    public string Site => Path.Combine(folder.FullName, "site");

    public string Boards => Path.Combine(folder.FullName, "boards");

    /// <summary>Settings of every worker that is started from now on; the test's own come after and win.</summary>
    public List<string> Settings { get; } = ["BenchWorker:Worker:Debounce=00:00:00", "BenchWorker:Worker:Lease=00:00:02", "BenchWorker:Worker:PollInterval=00:00:00.200", "BenchWorker:Schedule:Cron="];

    /// <summary>Variables of every worker that is started from now on.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    /// <param name="connectionString">To a migrated database of the test's own; null for a new one in the shared cluster.</param>
    public static async Task<Bench> CreateAsync(string? connectionString = null)
    {
        Bench bench = new(connectionString is null ? await TestDatabase.CreateMigratedAsync() : TestDatabase.At(connectionString));
        Directory.CreateDirectory(bench.Boards);
        return bench;
    }

    public void WriteBoard(string slug, string yaml)
    {
        // As an editor does that cares: beside, then over.
        string staged = Path.Combine(folder.FullName, slug);
        File.WriteAllText(staged, $"board: {slug}\n{yaml}");
        File.Move(staged, Path.Combine(Boards, $"{slug}.yaml"), overwrite: true);
    }

    public WorkerProcess Launch(params string[] settings) => Start(["run"], settings);

    /// <summary>Another command of the program, on the same database and folders.</summary>
    public WorkerProcess Call(params string[] command) => Start(command, []);

    private WorkerProcess Start(string[] command, string[] settings)
    {
        WorkerProcess worker = WorkerProcess.Launch(command, [
            $"ConnectionStrings:Results={WorkerConnection ?? Database.ConnectionString}",
            $"BenchWorker:Boards:Folder={Boards}", $"BenchWorker:Site:Folder={Site}", .. Settings, .. settings], Environment);
        workers.Add(worker);
        return worker;
    }

    public Task<WorkerProcess> StartAsync(params string[] settings) => Launch(settings).StartedAsync();

    /// <summary>One score through the view, as anyone writes it. A score that is there gets the value.</summary>
    public Task<int> ScoreAsync(string benchmark, string model, double value) => Database.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"""
        insert into bench.result (benchmark, task, model, metric, higher_is_better, value, run) values ('{benchmark}', 'sums', '{model}', 'accuracy', true, {value}, '{model}-{Guid.NewGuid():n}')
        """));

    public async Task<long> RequestAsync(string board) =>
        await Database.ScalarAsync<long>($"insert into bench.refresh_request (board) values ('{board}') returning id");

    /// <summary>The state that the request ended in.</summary>
    public async Task<string> FateAsync(long request)
    {
        await UntilAsync($"select finished_at is not null from bench.refresh_request where id = {request}");
        return await Database.ScalarAsync<string>($"select state from bench.refresh_request where id = {request}") ?? "";
    }

    /// <summary>No board is due, claimed or marked, and no request is open.</summary>
    public Task QuietAsync() => UntilAsync("""
        select not exists (select from bench.work where want > done or lease_until is not null)
            and not exists (select from bench.dirty) and not exists (select from bench.refresh_request where finished_at is null)
            and exists (select from bench.work)
        """);

    /// <summary>Asks until the answer is true.</summary>
    public async Task UntilAsync(string question)
    {
        long began = Stopwatch.GetTimestamp();
        while (!await TryAsync(question))
        {
            if (Stopwatch.GetElapsedTime(began) > Patience)
                throw new TimeoutException($"Not within {Patience}: {question}\n{await StateAsync()}\n{string.Join('\n', workers.Select(static worker => worker.Log))}");
            await Task.Delay(10);
        }
    }

    /// <summary>Reads the published page until it holds the text.</summary>
    public Task PageHoldsAsync(string board, string text) => PageAsync(board, text, held: true);

    /// <summary>Reads the published page until the text is gone from it.</summary>
    public Task PageLacksAsync(string board, string text) => PageAsync(board, text, held: false);

    private async Task PageAsync(string board, string text, bool held)
    {
        long began = Stopwatch.GetTimestamp();
        while (Page(board)?.Contains(text, StringComparison.Ordinal) != held)
        {
            if (Stopwatch.GetElapsedTime(began) > Patience)
                throw new TimeoutException($"Page {board} does not come to {(held ? "hold" : "lack")} \"{text}\".\n{await StateAsync()}\n{string.Join('\n', workers.Select(static worker => worker.Log))}");
            await Task.Delay(10);
        }
    }

    /// <summary>Null while there is none.</summary>
    public string? Page(string board)
    {
        try
        {
            return File.ReadAllText(Path.Combine(Site, "current", "boards", board, "index.html"));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (WorkerProcess worker in workers) await worker.DisposeAsync();
        await Database.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task<bool> TryAsync(string question)
    {
        try
        {
            return await Database.ScalarAsync<bool>(question);
        }
        catch (NpgsqlException)
        {
            // The server is away for a while in some tests.
            return false;
        }
    }

    private async Task<string> StateAsync() => string.Join('\n', [
        .. await Database.RowsAsync("select 'work', * from bench.work order by board limit 20"),
        .. await Database.RowsAsync("select 'open', * from bench.refresh_request where finished_at is null order by id limit 20")]);
}
