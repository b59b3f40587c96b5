using System.Diagnostics;
using System.Globalization;
using BenchWorker.Analysis;

namespace BenchWorker.Benchmarks;

/// <summary>Rankings and their intervals on made-up complete tables: best of several rounds, wall clock and processor time.</summary>
/// <remarks>Run: <c>dotnet run -c Release --project tests/BenchWorker.Benchmarks -- analysis</c></remarks>
public static class AnalysisBenchmark
{
    private const int Rounds = 10;
    private const ulong Seed = 42;

    private static readonly (string Step, Func<ScoreMatrix, object> Work)[] Steps =
    [
        ("mean, Borda, mean rank and win rate with rank intervals", LinearRankings),
        ("max-T over all pairs", static scores => MaxT.Of(scores, Seed)),
        ("chances of all pairs", static scores => PairChances.OfMeans(scores, Seed).All()),
        ("permutation of all pairs, 1,000 sign flips", static scores => PairPermutations.Of(scores, Seed).Corrected()),
        ("win matrix", static scores => PairWins.On(scores)),
        ("Bradley-Terry with task-clustered errors", BradleyTerryWithErrors),
        ("stability, one task left out", static scores => Stability.LeaveOneTaskOut(scores)),
    ];

    public static void Run()
    {
        ScoreMatrix large = MadeUp(500, 1000);
        ScoreMatrix small = MadeUp(380, 41);
        Console.WriteLine("| step | models x tasks | wall, ms | CPU, ms |\n|---|---|---|---|");
        foreach ((string step, Func<ScoreMatrix, object> work) in Steps)
            Row(step, large, work);
        Row("all of these, one after another", large, static scores => Steps.Select(step => step.Work(scores)).ToArray());
        Row("means with 1,000 draws", small, static scores => RankResampling.OfMeans(scores, Seed));
        Row("max-T with 1,000 draws", small, static scores => MaxT.Of(scores, Seed));
        PythonPeers.Report("Analysis", "python3-numpy");
    }

    private static object LinearRankings(ScoreMatrix scores)
    {
        TaskRanks ranks = TaskRanks.Of(scores);
        return new object[]
        {
            Means.By(MissingPolicy.Exclude, scores), RankResampling.OfMeans(scores, Seed),
            ranks.Borda(), RankResampling.OfSums(ranks.BordaPoints(), Seed),
            ranks.MeanRank(), RankResampling.OfMeans(ranks.NegatedRanks(), Seed),
            ranks.MeanWinRate(), RankResampling.OfMeans(ranks.WinRates(), Seed),
        };
    }

    private static object BradleyTerryWithErrors(ScoreMatrix scores) =>
        BradleyTerry.Fit(PairWins.On(scores)) is { } fit ? BradleyTerryCovariance.TaskClustered(fit, scores) : [];

    private static void Row(string step, ScoreMatrix scores, Func<ScoreMatrix, object> work)
    {
        work(scores);
        double wall = double.PositiveInfinity;
        double cpu = double.PositiveInfinity;
        for (int round = 0; round < Rounds; round++)
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            long began = Stopwatch.GetTimestamp();
            work(scores);
            wall = Math.Min(wall, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            cpu = Math.Min(cpu, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {step} | {scores.Models} x {scores.Tasks} | {wall:F1} | {cpu:F1} |"));
    }

    /// <summary>A model's level, a task's and noise, so that neighbours overlap.</summary>
    private static ScoreMatrix MadeUp(int models, int tasks)
    {
        double[] values = new double[models * tasks];
        for (int k = 0; k < values.Length; k++)
            values[k] = (0.2 * Unit(1, k / tasks)) + (0.3 * Unit(2, k % tasks)) + (0.5 * Unit(3, k));
        return new(models, tasks, values);
    }

    private static double Unit(ulong stream, int i) => (CounterRandom.Word(Seed, stream, (ulong)i) >> 11) * (1.0 / (1UL << 53));
}
