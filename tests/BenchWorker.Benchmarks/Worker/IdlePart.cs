using System.Globalization;

namespace BenchWorker.Benchmarks;

/// <summary>What a worker costs while nothing changes.</summary>
internal static class IdlePart
{
    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(60);

    public static async Task MeasureAsync(WorkerRig rig, int boards)
    {
        await rig.RunAsync(string.Create(CultureInfo.InvariantCulture, $"insert into bench.result (benchmark, task, model, metric, higher_is_better, value) select 'idle ' || i, 'task', 'model', 'accuracy', true, 0.5 from generate_series(1, {boards}) i"));
        double fresh;
        using (WorkerProcess first = await rig.WorkerAsync())
        {
            await rig.QuietAsync();
            await rig.UntilAsync(string.Create(CultureInfo.InvariantCulture, $"select count(*) = {boards} from bench.work where done > 0"));
            await Task.Delay(WorkerRig.Rest);
            fresh = first.ResidentMegabytes;
        }

        using WorkerProcess worker = await rig.WorkerAsync();
        await Task.Delay(WorkerRig.Rest);
        TimeSpan before = worker.ProcessorTime;
        await Task.Delay(Watched);
        double share = (worker.ProcessorTime - before) / Watched * 100;
        WorkerBenchmark.Row($"{boards:N0} idle boards, processor over 60 s", "< 1 %", $"{WorkerBenchmark.Number(share)} % of one core");
        WorkerBenchmark.Row($"{boards:N0} idle boards, resident after a restart / after publishing all", "< 150 MB", $"{WorkerBenchmark.Number(worker.ResidentMegabytes)} / {WorkerBenchmark.Number(fresh)} MB");
    }
}
