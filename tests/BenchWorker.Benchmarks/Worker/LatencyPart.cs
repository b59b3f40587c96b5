using System.Diagnostics;
using System.Globalization;

namespace BenchWorker.Benchmarks;

/// <summary>From a commit, or a row of <c>bench.refresh_request</c>, to the page that a reader opens; one small board, no debounce.</summary>
internal static class LatencyPart
{
    private const int Warm = 10, Rounds = 50;

    public static async Task MeasureAsync(WorkerRig rig)
    {
        await rig.RunAsync("insert into bench.result (benchmark, task, model, metric, higher_is_better, value, run) select 'small', 'task ' || t, 'model ' || m, 'accuracy', true, (t + m) / 20.0, 'run ' || m from generate_series(1, 5) t, generate_series(1, 5) m");
        using WorkerProcess worker = await rig.WorkerAsync();
        await rig.QuietAsync();
        List<double> commits = [], requests = [];
        for (int round = 0; round < Warm + Rounds; round++)
        {
            string value = Value(round);
            double commit = await MillisecondsAsync(rig, Change(value), "small", value);
            // The mark and the request commit together, so that one refresh answers both.
            value = Value(round + Warm + Rounds);
            double request = await MillisecondsAsync(rig, $"begin; {Change(value)}; insert into bench.refresh_request (board) values ('small'); commit", "small", value);
            if (round < Warm)
                continue;
            commits.Add(commit);
            requests.Add(request);
        }

        WorkerBenchmark.Row("commit of a row to published page, p50 / p99 of 50", "", $"{WorkerBenchmark.Quantiles(commits)} ms");
        WorkerBenchmark.Row("request row to published page, p50 / p99 of 50", "", $"{WorkerBenchmark.Quantiles(requests)} ms");
        WorkerBenchmark.Row("resident memory, idle, one board", "< 120 MB", $"{WorkerBenchmark.Number(await SettledAsync(worker))} MB");
    }

    /// <summary>Never with a last zero, which a page would not print.</summary>
    private static string Value(int round) => string.Create(CultureInfo.InvariantCulture, $"0.{701 + round / 9 * 10 + round % 9}");

    private static string Change(string value) => $"update bench.score set value = {value} where (task_id, model_id) = (select min(task_id), min(model_id) from bench.score)";

    private static async Task<double> MillisecondsAsync(WorkerRig rig, string sql, string board, string awaited)
    {
        await rig.QuietAsync();
        await rig.RunAsync(sql);
        long began = Stopwatch.GetTimestamp();
        await rig.PageHoldsAsync(board, awaited);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static async Task<double> SettledAsync(WorkerProcess worker)
    {
        await Task.Delay(TimeSpan.FromSeconds(5));
        return worker.ResidentMegabytes;
    }
}
