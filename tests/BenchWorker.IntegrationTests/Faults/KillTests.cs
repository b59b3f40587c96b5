using System.Diagnostics;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

[Trait("Category", "Fault")]
public sealed class KillTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Kill_9_in_the_middle_of_refreshes_loses_nothing_and_tears_nothing()
    {
        await using Bench bench = await Bench.CreateAsync();
        for (int i = 0; i < 4; i++)
            await bench.ScoreAsync($"suite-{i}", "Seed", 0.5);
        await using SiteReader reader = new(bench.Site);
        Random random = new(20260214);
        RecoveryTimes recoveries = new();
        int rounds = FaultRounds.Of(20);
        WorkerProcess next = bench.Launch();
        for (int round = 0; round < rounds; round++)
        {
            WorkerProcess worker = await next.StartedAsync();
            // The successor starts while this one dies: what is measured is the takeover, not the start of a runtime.
            next = bench.Launch();
            string board = $"suite-{round % 4}";
            await bench.ScoreAsync($"suite-{round % 4}", $"Model {round}", 0.5);
            await bench.RequestAsync(board);
            await bench.UntilAsync("select exists (select from bench.work where lease_until is not null or want = done and want > 1)");
            await Task.Delay(random.Next(0, 80));
            long killed = Stopwatch.GetTimestamp();
            worker.Kill();
            await next.StartedAsync();
            await bench.FateAsync(await bench.RequestAsync(board));
            recoveries.Add(Stopwatch.GetElapsedTime(killed));
        }

        await bench.QuietAsync();
        reader.Look();

        long lost = await bench.Database.ScalarAsync<long>("select count(*) from bench.refresh_request where state <> 'done'");
        int updates = Enumerable.Range(0, rounds).Count(round => bench.Page($"suite-{round % 4}")?.Contains($"Model {round}<", StringComparison.Ordinal) is not true);
        output.WriteLine($"kill -9: {rounds} rounds, lost requests {lost}, lost updates {updates}, torn sites {reader.Torn.Count} in {reader.Looks} looks, boards gone back {reader.Regressions.Count}, recovery {recoveries}");
        lost.ShouldBe(0);
        updates.ShouldBe(0);
        reader.Torn.ShouldBeEmpty();
        reader.Regressions.ShouldBeEmpty();
        reader.Looks.ShouldBeGreaterThan(rounds);
    }

    [Fact]
    public void A_reader_of_a_torn_site_says_so()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("bench-torn-");
        string release = folder.CreateSubdirectory("releases/1").FullName;
        File.WriteAllText(Path.Combine(release, "release.json"), """{"sequence":1,"hash":"","publishedAt":"2026-02-14T00:00:00Z","generations":{"a":2}}""");
        File.WriteAllText(Path.Combine(release, "manifest.json"), """{"format":1,"files":[{"path":"index.html","sha256":"0","length":1}],"boards":[]}""");
        File.WriteAllText(Path.Combine(release, "index.html"), "half");
        Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "current"), "releases/1");
        SiteReader reader = new(folder.FullName);

        reader.Look();

        reader.Torn.ShouldContain($"{release}/index.html is not what the manifest says.");
        folder.Delete(recursive: true);
    }
}
