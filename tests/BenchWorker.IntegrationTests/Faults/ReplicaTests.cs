using System.Diagnostics;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

[Trait("Category", "Fault")]
public sealed class ReplicaTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Three_replicas_share_the_boards_and_publish_every_change()
    {
        await using Bench bench = await Bench.CreateAsync();
        for (int i = 0; i < 6; i++)
            await bench.ScoreAsync($"suite-{i}", "Seed", 0.5);
        await using SiteReader reader = new(bench.Site);
        WorkerProcess[] workers = [bench.Launch(), bench.Launch(), bench.Launch()];
        foreach (WorkerProcess worker in workers) await worker.StartedAsync();
        int rounds = FaultRounds.Of(10);
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < 6; i++)
            {
                await bench.ScoreAsync($"suite-{i}", $"Model {round}", 0.5);
                await bench.RequestAsync($"suite-{i}");
            }
        }

        await bench.QuietAsync();
        reader.Look();

        int missing = Enumerable.Range(0, 6).Sum(i => Enumerable.Range(0, rounds).Count(round => bench.Page($"suite-{i}")?.Contains($"Model {round}<", StringComparison.Ordinal) is not true));
        output.WriteLine($"three replicas: {rounds * 6} changes and requests, {await bench.Database.ScalarAsync<long>("select count(*) from bench.publication")} refreshes, {await bench.Database.ScalarAsync<long>("select sequence from bench.site")} releases, lost updates {missing}, torn sites {reader.Torn.Count} in {reader.Looks} looks, boards gone back {reader.Regressions.Count}");
        missing.ShouldBe(0);
        reader.Torn.ShouldBeEmpty();
        reader.Regressions.ShouldBeEmpty();
        (await bench.Database.ScalarAsync<long>("select count(*) from bench.refresh_request where state <> 'done'")).ShouldBe(0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task Ten_thousand_requests_share_few_refreshes(int boards)
    {
        await using Bench bench = await Bench.CreateAsync();
        for (int i = 0; i < boards; i++) await bench.ScoreAsync($"suite-{i}", "Seed", 0.5);
        await bench.StartAsync();
        for (int i = 0; i < boards; i++) await bench.PageHoldsAsync($"suite-{i}", "Seed");
        await bench.QuietAsync();
        long before = await bench.Database.ScalarAsync<long>("select count(*) from bench.publication");
        long began = Stopwatch.GetTimestamp();

        for (int i = 0; i < 10; i++)
            await bench.Database.ExecuteAsync($"insert into bench.refresh_request (board) select 'suite-' || g % {boards} from generate_series(1, 1000) g");
        await bench.QuietAsync();

        long runs = await bench.Database.ScalarAsync<long>("select count(*) from bench.publication") - before;
        output.WriteLine($"10,000 requests for {boards} boards: {runs} refreshes, all answered after {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s");
        (await bench.Database.ScalarAsync<long>("select count(*) from bench.refresh_request where state = 'done'")).ShouldBe(10_000);
        runs.ShouldBeInRange(boards, 20 * boards);
        // Each answer names the publication that it got, which was made after the request.
        (await bench.Database.ScalarAsync<long>("select count(*) from bench.refresh_request r join bench.publication p on p.id = r.publication_id and p.board = r.board and p.published_at > r.requested_at")).ShouldBe(10_000);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_keeps_the_site_and_heals()
    {
        await using Bench bench = await Bench.CreateAsync();
        await bench.ScoreAsync("arithmetic", "Seed", 0.5);
        await bench.StartAsync("BenchWorker:Worker:MaxAttempts=1");
        await bench.PageHoldsAsync("arithmetic", "Seed");
        await bench.QuietAsync();
        // A file where the folder of releases was: it refuses root too, as a read-only or full disk would.
        string releases = Path.Combine(bench.Site, "releases");
        Directory.Move(releases, $"{releases}.away");
        await File.WriteAllTextAsync(releases, "");

        long request = await bench.RequestAsync("arithmetic");
        await bench.ScoreAsync("arithmetic", "After", 0.5);
        await bench.UntilAsync($"select error is not null and state = 'accepted' from bench.refresh_request where id = {request}");
        File.Delete(releases);
        Directory.Move($"{releases}.away", releases);

        (await bench.FateAsync(request)).ShouldBe("done");
        await bench.PageHoldsAsync("arithmetic", "After");
    }

    [Fact]
    public async Task A_database_made_anew_still_publishes_to_its_old_site()
    {
        await using Bench bench = await Bench.CreateAsync();
        await bench.ScoreAsync("arithmetic", "Old", 0.5);
        WorkerProcess worker = await bench.StartAsync();
        await bench.PageHoldsAsync("arithmetic", "Old");
        worker.Send(Signal.Terminate);
        await worker.EndAsync();

        await bench.Database.ExecuteAsync("drop schema bench cascade; drop schema bench_quartz cascade");
        await bench.StartAsync();
        await bench.ScoreAsync("arithmetic", "New", 0.5);

        await bench.PageHoldsAsync("arithmetic", "New");
    }
}
