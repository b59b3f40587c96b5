using System.Globalization;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>The schedule that replicas share: every tick fires once, whoever lives, and none is lost.</summary>
[Trait("Category", "Fault")]
public sealed class ScheduleTests(ITestOutputHelper output)
{
    private const string Nightly = "source: { query: \"select 'T' as task, 'Alpha' as model, 0.5 as value\" }\nrefresh: { schedule: \"0 0 2 * * ?\" }";

    [Fact]
    public async Task Three_replicas_fire_each_tick_once_and_lose_none_when_one_is_killed()
    {
        await using Bench bench = await Bench.CreateAsync();
        bench.WriteBoard("mine", Nightly.Replace("0 0 2", "0/1 * *", StringComparison.Ordinal));
        WorkerProcess[] workers = [bench.Launch(), bench.Launch(), bench.Launch()];
        foreach (WorkerProcess worker in workers) await worker.StartedAsync();
        await bench.UntilAsync("select count(*) >= 5 from bench.refresh_request where state = 'done'");

        DateTimeOffset killed = DateTimeOffset.UtcNow;
        workers[0].Kill();
        // The survivors notice the death when it has not checked in for a while; what it had taken is theirs then.
        await bench.UntilAsync($"select exists (select from bench.refresh_request where state = 'done' and dedupe_key > 'cron:board-mine:{Tick(killed.AddSeconds(15))}')");
        foreach (WorkerProcess worker in workers.Skip(1)) await StopAsync(worker);

        IReadOnlyList<string> ticks = await bench.Database.RowsAsync("select substr(dedupe_key, 17) from bench.refresh_request order by 1");
        DateTimeOffset first = DateTimeOffset.Parse(ticks[0], CultureInfo.InvariantCulture);
        string[] missing = [.. Enumerable.Range(0, ticks.Count).Select(second => Tick(first.AddSeconds(second))).Except(ticks)];
        // One that was being fired at that moment is made up by the check of what is overdue, as a stuck trigger is; here the next tick comes first.
        missing.ShouldBeSubsetOf(Enumerable.Range(-5, 7).Select(second => Tick(killed.AddSeconds(second))));
        missing.Length.ShouldBeLessThanOrEqualTo(1);
        // The key of a request would hide a tick that fires twice, so those who fire are asked. The killed one may not have come to say it.
        string[] fired = [.. workers.SelectMany(static worker => worker.Log.Split('\n')).Where(static line => line.Contains("Schedule of mine asked for", StringComparison.Ordinal))];
        output.WriteLine($"clustered schedule: {ticks.Count} ticks, {missing.Length} cut off by the kill, {fired.Length} fires, fired twice {fired.Count(static line => line.Contains("asked for 0", StringComparison.Ordinal))}");
        fired.ShouldAllBe(static line => line.Contains("asked for 1 refreshes", StringComparison.Ordinal));
        fired.Length.ShouldBeInRange(ticks.Count - 1, ticks.Count);
        (await bench.Database.ScalarAsync<long>("select count(*) from bench.refresh_request where state = 'failed'")).ShouldBe(0);
    }

    [Fact]
    public async Task Each_board_is_stored_with_its_next_tick_in_its_own_zone()
    {
        await using Bench bench = await Bench.CreateAsync();
        (string Board, string Zone)[] boards = [("paris", "Europe/Paris"), ("tokyo", "Asia/Tokyo"), ("denver", "America/Denver"), ("none", "UTC")];
        foreach ((string board, string zone) in boards)
            bench.WriteBoard(board, zone == "UTC" ? Nightly : $"{Nightly[..^2]}, time_zone: {zone} }}");
        DateTimeOffset before = DateTimeOffset.UtcNow;
        WorkerProcess worker = await bench.StartAsync();
        await bench.UntilAsync("select to_regclass('bench_quartz.qrtz_triggers') is not null");
        await bench.UntilAsync($"select count(*) = {boards.Length} from bench_quartz.qrtz_triggers where trigger_name like 'board-%'");
        await StopAsync(worker);

        foreach ((string board, string zone) in boards)
        {
            DateTimeOffset next = new(await bench.Database.ScalarAsync<long>($"select next_fire_time from bench_quartz.qrtz_triggers where trigger_name = 'board-{board}'"), TimeSpan.Zero);
            DateTimeOffset there = TimeZoneInfo.ConvertTime(next, TimeZoneInfo.FindSystemTimeZoneById(zone));
            (there.Hour, there.Minute, there.Second).ShouldBe((2, 0, 0), $"{board}: {next:O}");
            (next - before).ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromHours(25), board);
        }
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

    private static string Tick(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

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
