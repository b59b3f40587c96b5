using System.Globalization;

namespace BenchWorker.Benchmarks;

/// <summary>The worker against its goals: latency, idle cost, marks and cells. Every part has a private Postgres with fsync on.</summary>
/// <remarks>
/// Run: <c>dotnet run -c Release --project tests/BenchWorker.Benchmarks -- worker [--program FOLDER] [latency|idle|marks|cells]...</c>
/// The worker is the program as published, compiled ahead: the one in FOLDER, else one published for this run.
/// </remarks>
internal static class WorkerBenchmark
{
    private const int Boards = 1_000, Loaded = 1_000_000, Folded = 10_000_000;

    private static readonly (string Name, Func<WorkerRig, Task> MeasureAsync)[] Parts = [
        ("latency", LatencyPart.MeasureAsync),
        ("idle", static rig => IdlePart.MeasureAsync(rig, Boards)),
        ("marks", static rig => MarksPart.MeasureAsync(rig, Loaded)),
        ("cells", static rig => CellsPart.MeasureAsync(rig, Folded))];

    public static async Task RunAsync(string[] arguments)
    {
        (string? folder, string[] wanted) = arguments is ["--program", var given, .. var rest] ? (given, rest) : (null, arguments);
        if (wanted.FirstOrDefault(static name => Parts.All(part => part.Name != name)) is { } unknown)
        {
            Console.Error.WriteLine($"There is no part {unknown}. Parts: {string.Join(", ", Parts.Select(static part => part.Name))}.");
            return;
        }

        using PublishedProgram program = await PublishedProgram.FindAsync(folder);
        Console.WriteLine($"Load before: {Load()}\n");
        Row("what", "goal", "measured");
        Row("---", "---", "---");
        foreach ((string name, Func<WorkerRig, Task> measureAsync) in Parts)
        {
            if (wanted.Length > 0 && !wanted.Contains(name))
                continue;
            await using WorkerRig rig = await WorkerRig.StartAsync(program);
            await measureAsync(rig);
        }

        Console.WriteLine($"\nLoad after: {Load()}");
    }

    public static void Row(string what, string goal, string measured) => Console.WriteLine($"| {what} | {goal} | {measured} |");

    public static string Number(double value) => value.ToString(Math.Abs(value) < 10 ? "F2" : "N0", CultureInfo.InvariantCulture);

    public static string Quantiles(IReadOnlyCollection<double> values) => $"{Number(At(values, 0.5))} / {Number(At(values, 0.99))}";

    /// <summary>Of the last one, five and fifteen minutes; this run is part of it.</summary>
    private static string Load() => OperatingSystem.IsLinux() ? string.Join(", ", File.ReadAllText("/proc/loadavg").Split(' ').Take(3)) : "not told by this system";

    private static double At(IReadOnlyCollection<double> values, double share) => values.Order().ElementAt((int)Math.Ceiling(share * values.Count) - 1);
}
