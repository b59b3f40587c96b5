using Npgsql;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>
/// A refresh is cut off inside each of its steps in the database, one after the other. A trigger of the test waits there the first time; what happens
/// then is no matter of luck.
/// </summary>
[Trait("Category", "Fault")]
public sealed class StepTests(ITestOutputHelper output)
{
    private static readonly (string Name, string Event)[] Steps =
    [
        ("intake of a request", "update on bench.refresh_request for each row when (new.state = 'accepted' and old.state = 'pending')"),
        ("intake of a mark", "delete on bench.dirty for each row"),
        ("claim", "update on bench.work for each row when (new.owner is not null and old.owner is null)"),
        ("fold, marks deleted", "delete on bench.dirty_cell for each row"),
        ("fold, cells written", "insert on bench.cell for each row"),
        ("publication recorded", "insert on bench.publication for each row"),
        ("release recorded", "update on bench.site for each row"),
        ("completion", "update on bench.work for each row when (new.done > old.done)"),
        ("answer", "update on bench.refresh_request for each row when (new.state = 'done')"),
    ];

    [Fact]
    public async Task A_backend_that_ends_inside_any_step_costs_nothing()
    {
        await using Bench bench = await SampledAsync();
        WorkerProcess worker = await bench.StartAsync();
        foreach ((string name, string at) in Steps)
        {
            await WaitAtAsync(bench, at);
            long request = await ChangeAsync(bench);
            await bench.Database.ScalarAsync<bool>("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'");

            await ShouldHealAsync(bench, name, request);
        }

        output.WriteLine($"backends ended inside {Steps.Length} steps: lost requests 0, lost updates 0");
        (await bench.Database.ScalarAsync<int>("select max(attempts) from bench.work")).ShouldBe(0, worker.Log);
    }

    [Fact]
    public async Task A_worker_that_is_killed_inside_any_step_costs_nothing()
    {
        await using Bench bench = await SampledAsync();
        await using SiteReader reader = new(bench.Site);
        WorkerProcess worker = await bench.StartAsync();
        foreach ((string name, string at) in Steps)
        {
            await WaitAtAsync(bench, at);
            long request = await ChangeAsync(bench);
            worker.Kill();
            worker = await bench.StartAsync();

            await ShouldHealAsync(bench, name, request);
        }

        reader.Look();
        output.WriteLine($"workers killed inside {Steps.Length} steps: lost requests 0, lost updates 0, torn sites {reader.Torn.Count} in {reader.Looks} looks, boards gone back {reader.Regressions.Count}");
        reader.Torn.ShouldBeEmpty();
        reader.Regressions.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_request_inside_any_step_of_a_refresh_causes_exactly_one_more()
    {
        await using Bench bench = await SampledAsync();
        await bench.StartAsync();
        foreach ((string name, string at) in Steps.SkipWhile(static step => step.Name != "fold, marks deleted"))
        {
            await WaitAtAsync(bench, at);
            long before = await bench.Database.ScalarAsync<long>("select count(*) from bench.publication");
            await ChangeAsync(bench);
            long request = await bench.RequestAsync("sums");

            await ShouldHealAsync(bench, name, request);

            (await bench.Database.ScalarAsync<long>("select count(*) from bench.publication")).ShouldBe(before + 2, name);
        }
    }

    [Fact]
    public async Task A_worker_that_is_paused_inside_any_step_and_resumed_after_its_lease_publishes_nothing_old()
    {
        await using Bench bench = await SampledAsync();
        await using SiteReader reader = new(bench.Site);
        WorkerProcess worker = await bench.StartAsync();
        int interrupted = 0;
        (string Name, string Event)[] steps = Chosen("fold, cells written", "publication recorded", "answer");
        foreach ((string name, string at) in steps)
        {
            await WaitAtAsync(bench, at);
            long request = await ChangeAsync(bench);
            worker.Send(Signal.Stop);
            string before = worker.Log;
            // Another one takes over when the lease has run out or, in a publication, when the server has ended the silent transaction.
            WorkerProcess successor = await bench.StartAsync();
            await ShouldHealAsync(bench, name, request);

            worker.Send(Signal.Continue);
            await bench.FateAsync(await bench.RequestAsync("sums"));
            await ShouldHealAsync(bench, name, request);
            worker.Send(Signal.Terminate);
            (await worker.EndAsync()).ShouldBe(0, worker.Log);
            interrupted += worker.Log[before.Length..].Contains("interrupted", StringComparison.Ordinal) ? 1 : 0;
            worker = successor;
        }

        reader.Look();
        output.WriteLine($"workers paused inside {steps.Length} steps and resumed: refreshes that were told so {interrupted}, lost requests 0, lost updates 0, torn sites {reader.Torn.Count} in {reader.Looks} looks, boards gone back {reader.Regressions.Count}");
        reader.Torn.ShouldBeEmpty();
        reader.Regressions.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_is_killed_inside_any_step_costs_nothing()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("bench-step-");
        EmbeddedPostgresOptions options = new() { Folder = folder.FullName, Lifetime = EmbeddedPostgresLifetime.StopWithLastUser };
        List<EmbeddedPostgres> servers = [await EmbeddedPostgres.StartAsync(options, CancellationToken.None)];
        await using (NpgsqlDataSource database = NpgsqlDataSource.Create(servers[0].ConnectionString))
            await BenchSchema.MigrateAsync(database, CancellationToken.None);
        await using Bench bench = await SampledAsync(servers[0].ConnectionString);
        WorkerProcess worker = await bench.StartAsync();
        (string Name, string Event)[] steps = Chosen("intake of a mark", "fold, cells written", "release recorded");
        foreach ((string name, string at) in steps)
        {
            await WaitAtAsync(bench, at);
            long request = await ChangeAsync(bench);
            await ServerProcess.StopAsync(folder, Signal.Quit);
            servers.Add(await EmbeddedPostgres.StartAsync(options, CancellationToken.None));
            bench.Database.DataSource.Clear();

            await ShouldHealAsync(bench, name, request);
        }

        output.WriteLine($"server stopped at once inside {steps.Length} steps: lost requests 0, lost updates 0");
        (await bench.Database.ScalarAsync<int>("select max(attempts) from bench.work")).ShouldBe(0, worker.Log);
        worker.Kill();
        foreach (EmbeddedPostgres server in servers) await server.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <summary>All steps at full length, and those named in the short form.</summary>
    private static (string Name, string Event)[] Chosen(params string[] names) =>
        [.. Steps.Where(step => FaultRounds.Of(names.Length) >= Steps.Length || names.Contains(step.Name, StringComparer.Ordinal))];

    /// <param name="connectionString">To a migrated database of the test's own; null for a new one in the shared cluster.</param>
    private static async Task<Bench> SampledAsync(string? connectionString = null)
    {
        Bench bench = await Bench.CreateAsync(connectionString);
        bench.WriteBoard("sums", "source: { benchmark: sums }");
        await bench.Database.ExecuteAsync("""
            create sequence reached;
            create function wait_here() returns trigger language plpgsql security definer as $$
            begin
                if nextval('reached') = 1 then perform pg_sleep(2); end if;
                return coalesce(new, old);
            end $$;
            insert into bench.result (benchmark, task, model, metric, higher_is_better, value, sample_id, run) values ('sums', 'T', 'Alpha', 'acc', true, 0, 's0', 'r');
            """);
        return bench;
    }

    private static async Task WaitAtAsync(Bench bench, string at)
    {
        await bench.QuietAsync();
        await bench.Database.ExecuteAsync($"""
            drop trigger if exists wait_here on bench.refresh_request; drop trigger if exists wait_here on bench.dirty; drop trigger if exists wait_here on bench.work;
            drop trigger if exists wait_here on bench.dirty_cell; drop trigger if exists wait_here on bench.cell; drop trigger if exists wait_here on bench.publication;
            drop trigger if exists wait_here on bench.site;
            alter sequence reached restart;
            create trigger wait_here before {at} execute function wait_here();
            """);
    }

    /// <summary>A change and a request, and the wait for the step.</summary>
    private static async Task<long> ChangeAsync(Bench bench)
    {
        long request = await bench.Database.ScalarAsync<long>("""
            with added as (
                insert into bench.sample_score (benchmark_id, run_id, task_id, metric_id, model_id, sample_id, value)
                select benchmark_id, run_id, task_id, metric_id, model_id, 's' || count(*), 1 from bench.sample_score group by 1, 2, 3, 4, 5 returning 1)
            insert into bench.refresh_request (board) select 'sums' from added returning id
            """);
        await bench.UntilAsync("select exists (select from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep')");
        return request;
    }

    private static async Task ShouldHealAsync(Bench bench, string step, long request)
    {
        (await bench.FateAsync(request)).ShouldBe("done", step);
        await bench.QuietAsync();
        long samples = await bench.Database.ScalarAsync<long>("select count(*) from bench.sample_score");
        (await bench.Database.ScalarAsync<long>("select n from bench.cell")).ShouldBe(samples, step);
        string scores = await File.ReadAllTextAsync(Path.Combine(bench.Site, "current", "boards", "sums", "scores.csv"), TestContext.Current.CancellationToken);
        scores.ShouldContain(FormattableString.Invariant($"{(samples - 1) / (double)samples:R}"), customMessage: step);
    }
}
