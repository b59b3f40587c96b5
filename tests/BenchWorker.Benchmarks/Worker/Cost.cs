using System.Diagnostics;

namespace BenchWorker.Benchmarks;

/// <summary>What work on the server took; processor time is disturbed least by other programs.</summary>
internal readonly record struct Cost(double Seconds, double Processor)
{
    public static Cost Most { get; } = new(double.PositiveInfinity, double.PositiveInfinity);

    public static async Task<Cost> OfAsync(WorkerRig rig, Func<Task> work)
    {
        double before = await ImportBenchmark.ServerSecondsAsync(rig.Database, CancellationToken.None);
        long began = Stopwatch.GetTimestamp();
        await work();
        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return new Cost(seconds, await ImportBenchmark.ServerSecondsAsync(rig.Database, CancellationToken.None) - before);
    }

    public Cost Best(Cost other) => new(Math.Min(Seconds, other.Seconds), Math.Min(Processor, other.Processor));

    public string Against(Cost peer) =>
        $"{WorkerBenchmark.Number(Processor / peer.Processor)} (processor {WorkerBenchmark.Number(Processor)} / {WorkerBenchmark.Number(peer.Processor)} s; clock {WorkerBenchmark.Number(Seconds)} / {WorkerBenchmark.Number(peer.Seconds)} s)";
}
