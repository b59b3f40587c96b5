using System.Diagnostics;
using System.Globalization;

namespace BenchWorker.Benchmarks;

/// <summary>What work on the server took, by the clock and in processor time of its session and of the parallel workers that ended meanwhile.</summary>
internal readonly record struct Cost(double Seconds, double Processor)
{
    public static async Task<Cost> OfAsync(WorkerRig rig, Func<Task> work)
    {
        double before = await ProcessorAsync(rig);
        long began = Stopwatch.GetTimestamp();
        await work();
        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return new Cost(seconds, await ProcessorAsync(rig) - before);
    }

    /// <summary>The median of the ratios of what was measured one after the other.</summary>
    public static string Compare(IReadOnlyList<Cost> costs, IReadOnlyList<Cost> peers)
    {
        string Ratio(Func<Cost, double> of) => Median(costs.Zip(peers, (cost, peer) => of(cost) / of(peer))).ToString("F2", CultureInfo.InvariantCulture);
        string Medians(Func<Cost, double> of) => $"{WorkerBenchmark.Number(Median(costs.Select(of)))} / {WorkerBenchmark.Number(Median(peers.Select(of)))} s";
        return $"{Ratio(static cost => cost.Seconds)} by the clock ({Medians(static cost => cost.Seconds)}), {Ratio(static cost => cost.Processor)} in processor time ({Medians(static cost => cost.Processor)})";
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static async Task<double> ProcessorAsync(WorkerRig rig)
    {
        int session = await rig.AskAsync<int>("select pg_backend_pid()");
        string[] own = await FieldsAsync(session);
        // Those of the server's first process include its ended children, but this session lives.
        string[] server = await FieldsAsync(int.Parse(own[1], CultureInfo.InvariantCulture));
        const double TicksPerSecond = 100;
        return (Number(own[11]) + Number(own[12]) + Number(server[13]) + Number(server[14])) / TicksPerSecond;
    }

    private static double Number(string field) => double.Parse(field, CultureInfo.InvariantCulture);

    /// <summary>From the state on, which is the third of proc(5).</summary>
    private static async Task<string[]> FieldsAsync(int process) => (await File.ReadAllTextAsync($"/proc/{process}/stat")).Split(") ")[1].Split(' ');
}
