using System.Diagnostics;
using Npgsql;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

[Trait("Category", "Fault")]
public sealed class StopTests(ITestOutputHelper output)
{
    [Fact]
    public async Task SIGTERM_in_a_refresh_gives_the_claim_back_and_ends_well()
    {
        await using Bench bench = await Bench.CreateAsync();
        bench.WriteBoard("slow", "source: { query: \"select 'T' as task, 'Alpha' as model, 0.5 as value, pg_sleep(20)::text as nap\" }");
        WorkerProcess worker = await bench.StartAsync("BenchWorker:Worker:Lease=00:01:00");
        await bench.RequestAsync("slow");
        await bench.UntilAsync("select exists (select from bench.work where lease_until is not null) and exists (select from bench.refresh_request where state = 'running')");
        long began = Stopwatch.GetTimestamp();

        worker.Send(Signal.Terminate);

        (await worker.EndAsync()).ShouldBe(0, worker.Log);
        TimeSpan stopped = Stopwatch.GetElapsedTime(began);
        output.WriteLine($"SIGTERM in a refresh: ended after {stopped.TotalSeconds:F2} s");
        stopped.ShouldBeLessThan(TimeSpan.FromSeconds(25));
        (await bench.Database.RowsAsync("select want > done, owner, attempts from bench.work")).ShouldBe(["t||0"]);
        (await bench.Database.RowsAsync("select state, finished_at from bench.refresh_request")).ShouldBe(["accepted|"]);
    }

    [Fact]
    public async Task SIGTERM_at_any_moment_ends_well_and_the_successor_goes_on_at_once()
    {
        await using Bench bench = await Bench.CreateAsync();
        bench.WriteBoard("slow", "source: { query: \"select 'T' as task, 'Alpha' as model, 0.5 as value, pg_sleep(0.2)::text as nap\" }");
        Random random = new(20260214);
        RecoveryTimes stops = new();
        int rounds = FaultRounds.Of(5);
        WorkerProcess worker = await bench.StartAsync("BenchWorker:Worker:Lease=00:10:00");
        for (int round = 0; round < rounds; round++)
        {
            long request = await bench.RequestAsync("slow");
            await Task.Delay(random.Next(400));
            long began = Stopwatch.GetTimestamp();
            worker.Send(Signal.Terminate);
            (await worker.EndAsync()).ShouldBe(0, worker.Log);
            stops.Add(Stopwatch.GetElapsedTime(began));
            worker = await bench.StartAsync("BenchWorker:Worker:Lease=00:10:00");
            (await bench.FateAsync(request)).ShouldBe("done", worker.Log);
        }

        output.WriteLine($"SIGTERM at any moment: {rounds} rounds, lost requests 0, exit status 0 each time, ended after {stops}");
        (await bench.Database.ScalarAsync<int>("select attempts from bench.work")).ShouldBe(0);
    }

    [Fact]
    public async Task A_stop_that_has_to_wait_for_the_database_is_waited_for()
    {
        await using Bench bench = await Bench.CreateAsync();
        bench.WriteBoard("slow", "source: { query: \"select 'T' as task, 'Alpha' as model, 0.5 as value, pg_sleep(20)::text as nap\" }");
        WorkerProcess worker = await bench.StartAsync("BenchWorker:Worker:Lease=00:10:00");
        await bench.RequestAsync("slow");
        await bench.UntilAsync("select exists (select from bench.work where lease_until is not null) and exists (select from bench.refresh_request where state = 'running')");
        await using NpgsqlConnection other = await bench.Database.DataSource.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using NpgsqlTransaction held = await other.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using NpgsqlCommand hold = new("select from bench.work for update", other, held);
        await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        worker.Send(Signal.Terminate);
        await bench.UntilAsync("select exists (select from pg_stat_activity where wait_event_type = 'Lock' and query like '%bench.release%' and now() - query_start > interval '3 s')");
        await held.CommitAsync(TestContext.Current.CancellationToken);

        (await worker.EndAsync()).ShouldBe(0, worker.Log);
        (await bench.Database.RowsAsync("select want > done, owner, attempts from bench.work")).ShouldBe(["t||0"]);
    }

    [Fact]
    public async Task A_worker_whose_memory_is_used_up_ends_with_status_1_and_a_line_and_its_successor_goes_on()
    {
        await using Bench bench = await Bench.CreateAsync();
        bench.WriteBoard("large", "source: { query: \"select 'T' as task, repeat(md5(g::text), 2000) as model, g as value from generate_series(1, 20000) g\" }");
        bench.Environment["DOTNET_GCHeapHardLimit"] = "0x8000000";
        WorkerProcess worker = await bench.StartAsync();
        long request = await bench.RequestAsync("large");

        (await worker.EndAsync()).ShouldBe(1, worker.Log);

        worker.Log.ShouldContain("The worker stopped: The memory is used up.");
        (await bench.Database.RowsAsync($"select state in ('accepted', 'running'), finished_at from bench.refresh_request where id = {request}")).ShouldBe(["t|"]);
        bench.WriteBoard("large", "source: { query: \"select 'T' as task, 'Small' as model, 0.5 as value\" }");
        bench.Environment.Clear();
        await bench.StartAsync();
        (await bench.FateAsync(request)).ShouldBe("done");
        bench.Page("large").ShouldNotBeNull().ShouldContain("Small");
    }

    [Fact]
    public async Task A_fatal_failure_ends_with_status_1_and_a_line()
    {
        await using Bench bench = await Bench.CreateAsync();
        bench.WriteBoard("mine", "sauce: { benchmark: arithmetic }");
        WorkerProcess worker = bench.Launch();

        (await worker.EndAsync()).ShouldBe(1);

        worker.Log.ShouldContain("A board has no \"sauce\"");
    }

    [Fact]
    public async Task A_second_board_with_one_slug_is_refused_with_the_sentence()
    {
        await using Bench bench = await Bench.CreateAsync();
        bench.WriteBoard("mine", "source: { benchmark: arithmetic }");
        File.Copy(Path.Combine(bench.Boards, "mine.yaml"), Path.Combine(bench.Boards, "other.yaml"));
        WorkerProcess worker = bench.Launch();

        (await worker.EndAsync()).ShouldBe(1);

        worker.Log.ShouldContain("Board \"mine\" is declared in");
        worker.Log.ShouldContain("slugs are unique.");
    }
}
