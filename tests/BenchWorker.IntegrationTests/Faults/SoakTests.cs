using System.Diagnostics;
using System.Globalization;
using Shouldly;
using Xunit;

namespace BenchWorker.IntegrationTests;

/// <summary>Two replicas under a low, steady load for a long time: nothing lost, nothing torn, nothing grown.</summary>
[Trait("Category", "Fault")]
public sealed class SoakTests(ITestOutputHelper output)
{
    private const int Looks = 10;

    private static readonly TimeSpan Brief = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private static readonly string[] Boards = ["one", "two", "three"];

    [Fact]
    public async Task Replicas_under_a_steady_load_lose_nothing_tear_nothing_and_do_not_grow()
    {
        TimeSpan length = FaultRounds.For(Brief);
        await using Bench bench = await Bench.CreateAsync();
        foreach (string board in Boards) await bench.ScoreAsync(board, "Steady", 0);
        await using SiteReader reader = new(bench.Site, TimeSpan.FromMilliseconds(200));
        WorkerProcess[] workers = [await bench.StartAsync(), await bench.StartAsync()];
        long began = Stopwatch.GetTimestamp();
        List<Footprint> seen = [];
        int written = 0;
        for (; Stopwatch.GetElapsedTime(began) < length; written++)
        {
            string board = Boards[written % Boards.Length];
            await bench.Database.ExecuteAsync($"update bench.score s set value = {Value(written)} from bench.benchmark b where b.id = s.benchmark_id and b.name = '{board}'");
            if (written % 5 == 0) await bench.RequestAsync(board);
            if (Stopwatch.GetElapsedTime(began) >= length * seen.Count / Looks) seen.Add(await LookAsync(bench, workers));
            await Task.Delay(Pace);
        }

        await bench.QuietAsync();
        reader.Look();
        seen.Add(await LookAsync(bench, workers));
        long requests = await bench.Database.ScalarAsync<long>("select count(*) from bench.refresh_request where state <> 'done'");
        int updates = Enumerable.Range(written - Boards.Length, Boards.Length).Count(last => !Scores(bench, Boards[last % Boards.Length]).Contains(Value(last), StringComparison.Ordinal));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{length.TotalMinutes:F1} minutes, two replicas, {written} changes: lost requests {requests}, boards without their last change {updates}, torn sites {reader.Torn.Count} in {reader.Looks} looks, boards gone back {reader.Regressions.Count}"));
        output.WriteLine(string.Join('\n', seen.Select(static look => look.ToString())));
        requests.ShouldBe(0);
        updates.ShouldBe(0);
        reader.Torn.ShouldBeEmpty();
        reader.Regressions.ShouldBeEmpty();
        seen[^1].Handles.ShouldBeLessThanOrEqualTo(seen[seen.Count / 2].Handles + 20);
        seen[^1].LargestMegabytes.ShouldBeLessThan(300);
        seen[^1].TableKilobytes.ShouldBeLessThan(1024);
    }

    /// <summary>One that no other change has.</summary>
    private static string Value(int change) => string.Create(CultureInfo.InvariantCulture, $"1.{change + 1:D6}1");

    private static string Scores(Bench bench, string board) => File.ReadAllText(Path.Combine(bench.Site, "current", "boards", board, "scores.csv"));

    private static async Task<Footprint> LookAsync(Bench bench, WorkerProcess[] workers) => new(
        workers.Sum(static worker => Directory.GetFiles($"/proc/{worker.Id}/fd").Length),
        workers.Max(static worker => worker.ResidentBytes) / 1e6,
        await bench.Database.ScalarAsync<long>("select sum(pg_total_relation_size(oid))::bigint / 1024 from pg_class where relnamespace = 'bench'::regnamespace and relname in ('work', 'dirty', 'dirty_cell', 'site')"));

    /// <param name="Handles">Open in all workers together.</param>
    /// <param name="LargestMegabytes">Resident in the larger worker.</param>
    /// <param name="TableKilobytes">Of the workers' own tables that may not grow: work, dirty, dirty_cell, site.</param>
    private sealed record Footprint(int Handles, double LargestMegabytes, long TableKilobytes)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"  {Handles} handles, {LargestMegabytes:F0} MB, tables {TableKilobytes} kB");
    }
}
