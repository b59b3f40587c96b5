using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>The schedule that replicas share: every tick fires once, whoever lives, and none is lost.</summary>
[Trait("Category", "Fault")]
public sealed class ScheduleTests(ITestOutputHelper output)
{
    private const string Nightly = "source: { query: \"select 'T' as task, 'Alpha' as model, 0.5 as value\" }\nrefresh: { schedule: \"0 0 2 * * ?\" }";

    [Fact]
    public async Task Two_replicas_fire_each_tick_once_and_one_goes_on_when_the_other_is_killed()
    {
        await using Bench bench = await Bench.CreateAsync();
        bench.WriteBoard("mine", Nightly.Replace("0 0 2", "0/1 * *", StringComparison.Ordinal));
        WorkerProcess[] workers = [bench.Launch(), bench.Launch()];
        foreach (WorkerProcess worker in workers) await worker.StartedAsync();
        await bench.UntilAsync("select count(*) >= 5 from bench.refresh_request where state = 'done'");

        workers[0].Kill();
        await bench.UntilAsync("select count(*) >= 10 from bench.refresh_request where state = 'done'");
        workers[1].Send(Signal.Terminate);
        await workers[1].EndAsync();

        IReadOnlyList<string> ticks = await bench.Database.RowsAsync("select substr(dedupe_key, 17) from bench.refresh_request order by 1");
        ticks.ShouldBe(ticks.Distinct(), ignoreOrder: true);
        ticks.ShouldAllBe(static tick => tick.EndsWith('Z'));
        // No tick is missing between the first and the last, but those that passed while the survivor had to notice the death.
        TimeSpan span = DateTimeOffset.Parse(ticks[^1], null) - DateTimeOffset.Parse(ticks[0], null);
        output.WriteLine($"clustered schedule: {ticks.Count} ticks in {span.TotalSeconds:F0} s, fired twice 0");
        (await bench.Database.ScalarAsync<long>("select count(*) from bench.refresh_request where state = 'failed'")).ShouldBe(0);
    }

    [Fact]
    public async Task A_tick_that_was_missed_while_no_replica_ran_is_made_up_once()
    {
        await using Bench bench = await Bench.CreateAsync();
        bench.WriteBoard("mine", Nightly);
        await StopAsync(await ScheduledAsync(bench));
        // As if the last start had been before last night: Quartz counts in ticks of 100 ns since the year 1.
        await bench.Database.ExecuteAsync($"update bench_quartz.qrtz_triggers set next_fire_time = {DateTime.UtcNow.AddHours(-1).Ticks}");

        WorkerProcess[] workers = [bench.Launch(), bench.Launch()];
        foreach (WorkerProcess worker in workers) await worker.StartedAsync();
        await bench.UntilAsync("select exists (select from bench.refresh_request where state = 'done')");
        // The next tick is tomorrow's by then, for both.
        await bench.UntilAsync($"select next_fire_time > {DateTime.UtcNow.Ticks} from bench_quartz.qrtz_triggers");
        foreach (WorkerProcess worker in workers) await StopAsync(worker);

        (await bench.Database.RowsAsync("select state, dedupe_key like 'cron:board-mine:%' from bench.refresh_request")).ShouldBe(["done|t"]);
    }

    [Fact]
    public async Task A_trigger_that_is_stuck_costs_no_refresh()
    {
        await using Bench bench = await Bench.CreateAsync();
        bench.WriteBoard("mine", Nightly);
        await StopAsync(await ScheduledAsync(bench));
        await bench.Database.ExecuteAsync("update bench_quartz.qrtz_triggers set trigger_state = 'BLOCKED'; update bench.work set last_done_at = date_trunc('day', now() at time zone 'UTC') at time zone 'UTC' - interval '1 day'");

        WorkerProcess[] workers = [bench.Launch(), bench.Launch()];
        foreach (WorkerProcess worker in workers) await worker.StartedAsync();
        await bench.UntilAsync("select exists (select from bench.refresh_request where state = 'done')");
        foreach (WorkerProcess worker in workers) await StopAsync(worker);

        string yesterday = DateTime.UtcNow.Date.AddDays(-1).AddHours(2).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null);
        (await bench.Database.RowsAsync("select state, dedupe_key from bench.refresh_request")).ShouldBe([$"done|cron:board-mine:{yesterday}"]);
        workers.Count(static worker => worker.Log.Contains("Asked for 1 refreshes whose scheduled time had passed without one", StringComparison.Ordinal)).ShouldBe(1);
    }

    private static async Task<WorkerProcess> ScheduledAsync(Bench bench)
    {
        WorkerProcess worker = await bench.StartAsync();
        await bench.QuietAsync();
        await bench.UntilAsync("select to_regclass('bench_quartz.qrtz_triggers') is not null");
        await bench.UntilAsync("select exists (select from bench_quartz.qrtz_triggers where trigger_name = 'board-mine')");
        return worker;
    }

    private static async Task StopAsync(WorkerProcess worker)
    {
        worker.Send(Signal.Terminate);
        (await worker.EndAsync()).ShouldBe(0, worker.Log);
    }
}
