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
        Lap lap = new();
        ResultSnapshot snapshot = await new SchemaResultSource(database).ReadAsync(board, ct);
        lap.Row("read");
        ScoreTable table = ScoreTable.From(snapshot.Results, new ScoreTableRules());
        lap.Row("table");
        List<Leaderboard> boards = [];
        foreach (RankingMethod method in Methods)
        {
            boards.Add(Ranker.Rank(table, new RankingPolicy(method), seed: 42));
            lap.Row($"{method}");
        }

        Robustness.Of(table, boards);
        lap.Row("robustness");
        Row($"all: {snapshot.Results.Count:N0} rows, {table.Entities.Count} x {table.Columns.Count}", Stopwatch.GetElapsedTime(began), Environment.CpuUsage.TotalTime);
    }

    private static void Row(string step, TimeSpan wall, TimeSpan cpu)
    {
        using Process self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {step} | {wall.TotalSeconds:F2} | {cpu.TotalSeconds:F2} | {self.PeakWorkingSet64 / 1e6:F0} |"));
    }

    /// <summary>The time since the row before.</summary>
    private sealed class Lap
    {
        private long began = Stopwatch.GetTimestamp();
        private TimeSpan used = Environment.CpuUsage.TotalTime;

        public void Row(string step)
        {
            CorpusPart.Row(step, Stopwatch.GetElapsedTime(began), Environment.CpuUsage.TotalTime - used);
            (began, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        }
    }
}
