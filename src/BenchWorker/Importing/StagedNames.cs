namespace BenchWorker;

/// <summary>Numbers the names of a file, so that the rows carry numbers and each name is sent once.</summary>
internal sealed class StagedNames
{
    private readonly Dictionary<string, int> benchmarks = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Benchmark, string Name), int> tasks = [];
    private readonly Dictionary<(int Benchmark, string Name), int> metrics = [];
    private readonly Dictionary<string, int> models = new(StringComparer.Ordinal);
    private readonly Dictionary<RunKey, int> runs = [];
    private readonly List<(bool? Higher, long Line)> directions = [];
    private readonly List<DateTimeOffset?> times = [];

    public int Benchmark(ResultRow row) => Number(benchmarks, row.Benchmark);

    public int Task(int benchmark, ResultRow row) => Number(tasks, (benchmark, row.Task));

    public int Model(ResultRow row) => Number(models, row.Model);

    /// <summary>The run that the row names, or else the one that its model, time and provenance make up.</summary>
    public int Run(int benchmark, ResultRow row)
    {
        var key = row.Run is { } name ? new RunKey(benchmark, name, "", null, "{}") : new RunKey(benchmark, null, row.Model, row.RunAt, row.Provenance);
        int number = Number(runs, key);
        if (number == times.Count) times.Add(row.RunAt);
        else if (row.RunAt > times[number] || times[number] is null) times[number] = row.RunAt;
        return number;
    }

    /// <param name="wrong">Why the row contradicts an earlier one; null when it does not.</param>
    public int Metric(int benchmark, ResultRow row, long line, out string? wrong)
    {
        wrong = null;
        int number = Number(metrics, (benchmark, row.Metric));
        if (number == directions.Count)
            directions.Add((row.HigherIsBetter, line));
        else if (directions[number].Higher is null && row.HigherIsBetter is not null)
            directions[number] = (row.HigherIsBetter, line);
        else if (row.HigherIsBetter is not null && directions[number].Higher != row.HigherIsBetter)
            wrong = $"higher_is_better of metric \"{row.Metric}\" is the opposite in line {directions[number].Line}";
        return number;
    }

    public void WriteBenchmarks(CopyBuffer copy) => Write(copy, benchmarks, (name, number) =>
    {
        copy.Row(2);
        copy.Integer(number);
        copy.Text(name);
    });

    public void WriteModels(CopyBuffer copy) => Write(copy, models, (name, number) =>
    {
        copy.Row(2);
        copy.Integer(number);
        copy.Text(name);
    });

    public void WriteTasks(CopyBuffer copy) => Write(copy, tasks, (task, number) =>
    {
        copy.Row(3);
        copy.Integer(number);
        copy.Integer(task.Benchmark);
        copy.Text(task.Name);
    });

    public void WriteMetrics(CopyBuffer copy) => Write(copy, metrics, (metric, number) =>
    {
        copy.Row(4);
        copy.Integer(number);
        copy.Integer(metric.Benchmark);
        copy.Text(metric.Name);
        copy.Boolean(directions[number].Higher);
    });

    public void WriteRuns(CopyBuffer copy) => Write(copy, runs, (run, number) =>
    {
        copy.Row(6);
        copy.Integer(number);
        copy.Integer(run.Benchmark);
        copy.Text(run.Name);
        copy.Text(run.Model);
        copy.Time(times[number]);
        copy.Json(run.Provenance);
    });

    private static int Number<T>(Dictionary<T, int> numbers, T key)
        where T : notnull
    {
        if (numbers.TryGetValue(key, out int number)) return number;
        numbers.Add(key, numbers.Count);
        return numbers.Count - 1;
    }

    private static void Write<T>(CopyBuffer copy, Dictionary<T, int> numbers, Action<T, int> row)
        where T : notnull
    {
        foreach ((T key, int number) in numbers) row(key, number);
        copy.End();
    }

    private readonly record struct RunKey(int Benchmark, string? Name, string Model, DateTimeOffset? At, string Provenance);
}
