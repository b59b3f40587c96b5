using System.Diagnostics;
using System.Globalization;
using BenchWorker.Analysis;
using BenchWorker.Site;
using Npgsql;

namespace BenchWorker.Benchmarks;

/// <summary>One reading of the corpus, timed step by step, and the most memory the process held.</summary>
internal static class CorpusPart
{
    public const string Verb = "corpus-part";

    /// <summary>Kemeny is for a dozen entities, the corpus has hundreds.</summary>
    private static readonly RankingMethod[] Methods = [.. Enum.GetValues<RankingMethod>().Where(static method => method != RankingMethod.Kemeny)];

    public static async Task RunAsync(string connection, CancellationToken ct)
    {
        Console.WriteLine("| step | wall, s | CPU, s | peak MB |\n|---|---|---|---|");
        long began = Stopwatch.GetTimestamp();
        await using NpgsqlDataSource database = NpgsqlDataSource.Create(connection);
        Board board = new() { Slug = "corpus", Title = "Corpus", Source = new BoardSource.Benchmark("MTEB") };
        ResultSnapshot snapshot = await TimedAsync("read", () => new SchemaResultSource(database).ReadAsync(board, ct));
        ScoreTable table = Timed("table", () => ScoreTable.From(snapshot.Results, new ScoreTableRules()));
        Leaderboard[] boards = [.. Methods.Select(method => Timed($"{method}", () => Ranker.Rank(table, new RankingPolicy(method), seed: 42)))];
        Timed("robustness", () => Robustness.Of(table, boards));
        Row($"all: {snapshot.Results.Count:N0} rows, {table.Entities.Count} x {table.Columns.Count}", Stopwatch.GetElapsedTime(began), Environment.CpuUsage.TotalTime);
    }

    private static T Timed<T>(string step, Func<T> work) => TimedAsync(step, () => Task.FromResult(work())).GetAwaiter().GetResult();

    private static async Task<T> TimedAsync<T>(string step, Func<Task<T>> work)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        long began = Stopwatch.GetTimestamp();
        T made = await work();
        Row(step, Stopwatch.GetElapsedTime(began), Environment.CpuUsage.TotalTime - before);
        return made;
    }

    private static void Row(string step, TimeSpan wall, TimeSpan cpu)
    {
        using Process self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {step} | {wall.TotalSeconds:F2} | {cpu.TotalSeconds:F2} | {self.PeakWorkingSet64 / 1e6:F0} |"));
    }
}
