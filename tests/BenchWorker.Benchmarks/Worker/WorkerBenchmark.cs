using System.Globalization;

namespace BenchWorker.Benchmarks;

/// <summary>The worker against its goals: latency, idle cost, marks and cells. Every part has a private Postgres with fsync on.</summary>
/// <remarks>Run: <c>dotnet run -c Release --project tests/BenchWorker.Benchmarks -- worker [latency|idle|marks|cells]...</c></remarks>
internal static class WorkerBenchmark
{
    private const int Boards = 300, Samples = 1_000_000;

    private static readonly (string Name, Func<WorkerRig, Task> MeasureAsync)[] Parts = [
        ("latency", LatencyPart.MeasureAsync),
        ("idle", static rig => IdlePart.MeasureAsync(rig, Boards)),
        ("marks", static rig => MarksPart.MeasureAsync(rig, Samples)),
        ("cells", static rig => CellsPart.MeasureAsync(rig, Samples))];

    public static async Task RunAsync(IReadOnlyCollection<string> wanted)
    {
        if (wanted.FirstOrDefault(static name => Parts.All(part => part.Name != name)) is { } unknown)
        {
            Console.Error.WriteLine($"There is no part {unknown}. Parts: {string.Join(", ", Parts.Select(static part => part.Name))}.");
            return;
        }

        Row("what", "goal", "measured");
        Row("---", "---", "---");
        foreach ((string name, Func<WorkerRig, Task> measureAsync) in Parts)
        {
            if (wanted.Count > 0 && !wanted.Contains(name))
                continue;
            await using WorkerRig rig = await WorkerRig.StartAsync();
            await measureAsync(rig);
        }
    }

    public static void Row(string what, string goal, string measured) => Console.WriteLine($"| {what} | {goal} | {measured} |");

    public static string Number(double value) => value.ToString(Math.Abs(value) < 10 ? "F2" : "N0", CultureInfo.InvariantCulture);

    public static string Quantiles(IReadOnlyCollection<double> values) => $"{Number(At(values, 0.5))} / {Number(At(values, 0.99))}";

    private static double At(IReadOnlyCollection<double> values, double share) => values.Order().ElementAt((int)Math.Ceiling(share * values.Count) - 1);
}
