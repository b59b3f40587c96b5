namespace BenchWorker.Benchmarks;

/// <summary>What the marks that wake the worker cost a bulk load: COPY into <c>bench.sample_score</c> with them and without.</summary>
internal static class MarksPart
{
    private const int Rounds = 2;

    public static async Task MeasureAsync(WorkerRig rig, int rows)
    {
        string text = SampleTable.Text(rows);
        await SampleTable.PrepareAsync(rig);
        Cost with = Cost.Most, without = Cost.Most;
        for (int round = 0; round < Rounds; round++)
        {
            without = without.Best(await CopyAsync(rig, text, "disable trigger mark_insert"));
            with = with.Best(await CopyAsync(rig, text, "enable always trigger mark_insert"));
        }

        WorkerBenchmark.Row($"COPY of {rows:N0} samples with marks, against without", "<= 1.15", $"{with.Against(without)}");
    }

    private static async Task<Cost> CopyAsync(WorkerRig rig, string text, string trigger)
    {
        await rig.RunAsync($"truncate bench.sample_score; alter table bench.sample_score {trigger}; checkpoint");
        return await Cost.OfAsync(rig, () => SampleTable.CopyAsync(rig, text));
    }
}
