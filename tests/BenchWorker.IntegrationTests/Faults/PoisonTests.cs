using System.Diagnostics;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>A board that fails, or kills its worker, beside boards that are well.</summary>
[Trait("Category", "Fault")]
public sealed class PoisonTests(ITestOutputHelper output)
{
    /// <summary>Of <c>bench.claim</c>: so many deaths in a row are the board's own doing.</summary>
    private const int MostDeaths = 30;

    [Fact]
    public async Task A_board_that_kills_its_worker_is_given_up_and_the_healthy_ones_go_on()
    {
        await using Bench bench = await Bench.CreateAsync();
        bench.WriteBoard("deadly", "source: { query: \"select 'T' as task, 'Alpha' as model, 0.5 as value, pg_sleep(30)::text as nap\" }");
        bench.WriteBoard("healthy", "source: { query: \"select 'T' as task, 'Alpha' as model, 0.5 as value\" }");
        // Whoever starts the worker again does so before its lease has run out: the death is seen by the session that is gone.
        bench.Settings.Add("BenchWorker:Worker:Lease=00:00:30");
        int most = Math.Min(FaultRounds.Of(3), MostDeaths);
        WorkerProcess worker = await bench.StartAsync();
        long request = await bench.RequestAsync("deadly");
        int deaths = 0;
        while (await BegunAsync(bench, worker, request))
        {
            if (deaths++ == 0)
                await bench.Database.ExecuteAsync($"update bench.work set attempts = {MostDeaths - most + 1} where board = 'deadly'");
            worker.Kill();
            await worker.EndAsync();
            worker = await bench.StartAsync();
            (await bench.FateAsync(await bench.RequestAsync("healthy"))).ShouldBe("done", worker.Log);
            deaths.ShouldBeLessThanOrEqualTo(most, "The board is not given up.");
        }

        string? error = await bench.Database.ScalarAsync<string>($"select error from bench.refresh_request where id = {request} and state = 'failed'");
        output.WriteLine($"a board that killed its worker {deaths} times: {error}");
        error.ShouldNotBeNull().ShouldMatch("^The refresh was begun [0-9]+ times and never ended; the worker died each time.$");
        (await bench.FateAsync(await bench.RequestAsync("healthy"))).ShouldBe("done", worker.Log);
    }

    /// <returns>True when the worker is at it, false when the request has its fate.</returns>
    private static async Task<bool> BegunAsync(Bench bench, WorkerProcess worker, long request)
    {
        string answered = $"exists (select from bench.refresh_request where id = {request} and finished_at is not null)";
        await bench.UntilAsync($"select {answered} or exists (select from bench.work where board = 'deadly' and owner like '%/{worker.Id}/%')");
        return !await bench.Database.ScalarAsync<bool>($"select {answered}");
    }

    [Fact]
    public async Task Boards_that_fail_without_end_leave_the_others_their_time()
    {
        await using Bench bench = await Bench.CreateAsync();
        bench.WriteBoard("broken", "source: { query: \"select 1 / 0 as value\" }");
        bench.WriteBoard("slow", "source: { query: \"select pg_sleep(60)::text as value\" }");
        bench.WriteBoard("healthy", "source: { query: \"select 'T' as task, 'Alpha' as model, 0.5 as value\" }");
        WorkerProcess worker = await bench.StartAsync("BenchWorker:Worker:MaxAttempts=2", "BenchWorker:Query:Timeout=00:00:00.300", "BenchWorker:Worker:Parallelism=2");
        (await bench.FateAsync(await bench.RequestAsync("healthy"))).ShouldBe("done", worker.Log);
        await bench.UntilAsync("select count(*) = 2 from bench.work where parked");
        (RecoveryTimes alone, RecoveryTimes beside) = (new(), new());
        int rounds = FaultRounds.Of(6);
        for (int round = 0; round < rounds; round++)
        {
            // Turn and turn about, so that the machine's moods strike both.
            await AnswerAsync(bench, alone);
            await bench.RequestAsync("broken");
            await bench.RequestAsync("slow");
            await bench.UntilAsync("select exists (select from bench.work where board = 'slow' and lease_until is not null)");
            await AnswerAsync(bench, beside);
            await bench.UntilAsync("select count(*) = 2 from bench.work where parked");
        }

        string[] fates = [.. await bench.Database.RowsAsync("select board, state, attempts, count(*) from bench.refresh_request group by 1, 2, 3 order by 1")];
        output.WriteLine($"answers of a healthy board, {rounds} alone: {alone}; {rounds} beside a board that fails and one that is too slow: {beside}");
        fates.ShouldBe([$"broken|failed|2|{rounds}", $"healthy|done|1|{1 + (2 * rounds)}", $"slow|failed|2|{rounds}"]);
    }

    private static async Task AnswerAsync(Bench bench, RecoveryTimes times)
    {
        long asked = Stopwatch.GetTimestamp();
        (await bench.FateAsync(await bench.RequestAsync("healthy"))).ShouldBe("done");
        times.Add(Stopwatch.GetElapsedTime(asked));
    }
}
