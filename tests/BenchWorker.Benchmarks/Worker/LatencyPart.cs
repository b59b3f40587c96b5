using System.Globalization;

namespace BenchWorker.Benchmarks;

/// <summary>From a commit, or a row of <c>bench.refresh_request</c>, to the page that a reader opens; one small board, no debounce.</summary>
internal static class LatencyPart
{
    private const int Warm = 20, Rounds = 200;

    /// <summary>Commits come at any moment between two glances, and not in step with them.</summary>
    private const int Seed = 6, GlanceMilliseconds = 100;

    public static async Task MeasureAsync(WorkerRig rig)
    {
        await rig.RunAsync("insert into bench.result (benchmark, task, model, metric, higher_is_better, value, run) select 'small', 'task ' || t, 'model ' || m, 'accuracy', true, (t + m) / 20.0, 'run ' || m from generate_series(1, 5) t, generate_series(1, 5) m");
        using (await rig.WorkerAsync())
            await rig.QuietAsync();

        using WorkerProcess worker = await rig.WorkerAsync();
        await Task.Delay(WorkerRig.Rest);
        double started = worker.ResidentMegabytes;
        Random random = new(Seed);
        List<double> commits = [], requests = [];
        for (int round = 0; round < Warm + Rounds; round++)
        {
            commits.Add(await MillisecondsAsync(rig, random, 2 * round, static change => change));
            // The mark and the request commit together, so that one refresh answers both.
            requests.Add(await MillisecondsAsync(rig, random, 2 * round + 1, static change => $"begin; {change}; insert into bench.refresh_request (board) values ('small'); commit"));
        }

        WorkerBenchmark.Row($"commit of a row to published page, p50 / p99 of {Rounds}", "<= 150 / 500 ms", $"{WorkerBenchmark.Quantiles(commits[Warm..])} ms");
        WorkerBenchmark.Row($"request row to published page, p50 / p99 of {Rounds}", "p99 <= 300 ms", $"{WorkerBenchmark.Quantiles(requests[Warm..])} ms");
        await Task.Delay(WorkerRig.Rest);
        WorkerBenchmark.Row($"one idle board, resident after a restart / after {2 * (Warm + Rounds)} refreshes", "< 120 MB", $"{WorkerBenchmark.Number(started)} / {WorkerBenchmark.Number(worker.ResidentMegabytes)} MB");
    }

    private static async Task<double> MillisecondsAsync(WorkerRig rig, Random random, int turn, Func<string, string> sql)
    {
        // Three digits, never a last zero, which a page would not print.
        string value = string.Create(CultureInfo.InvariantCulture, $"0.{101 + turn / 9 * 10 + turn % 9}");
        await rig.QuietAsync();
        await Task.Delay(random.Next(GlanceMilliseconds));
        return await rig.MillisecondsToPageAsync(sql($"update bench.score set value = {value} where (task_id, model_id) = (select min(task_id), min(model_id) from bench.score)"), "small", value);
    }
}
