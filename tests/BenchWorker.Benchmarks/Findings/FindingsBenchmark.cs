using System.Diagnostics;
using System.Globalization;
using BenchWorker.Analysis;

namespace BenchWorker.Benchmarks;

/// <summary>Processor time of writing a summary and of its two halves, printed as a Markdown table.</summary>
internal static class FindingsBenchmark
{
    private static readonly (int Rows, int Columns, bool Ordered, int Rounds, string Target)[] Sizes =
        [(7, 20, true, 200, "5 ms"), (183, 150, false, 10, "150 ms"), (183, 150, true, 10, "150 ms"), (500, 1000, false, 3, "2,000 ms"), (500, 1000, true, 3, "2,000 ms")];

    public static void Run()
    {
        Console.WriteLine("| table | candidates | find | verify all of them | whole summary | target |");
        Console.WriteLine("| :--- | ---: | ---: | ---: | ---: | ---: |");
        foreach ((int rows, int columns, bool ordered, int rounds, string target) in Sizes)
        {
            HeatmapTable table = Table(rows, columns, ordered);
            IReadOnlyList<Finding> found = FindingEngine.Find(table);
            double find = Best(rounds, () => FindingEngine.Find(table));
            double verify = Best(rounds, () =>
            {
                FindingVerifier verifier = new(table);
                foreach (Finding finding in found)
                    if (verifier.Verify(finding) != Verdict.Holds)
                        throw new InvalidOperationException(finding.Sentence.Text(table));
            });
            double whole = Best(rounds, () => SummaryWriter.Write(table));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {rows} x {columns}{(ordered ? ", ordered" : "")} | {found.Count} | {find:0.0} ms | {verify:0.0} ms | {whole:0.0} ms | {target} |"));
        }
    }

    /// <summary>Smallest processor time of the whole process over the rounds, after two that warm up.</summary>
    private static double Best(int rounds, Action work)
    {
        work();
        work();
        double best = double.PositiveInfinity;
        for (int round = 0; round < rounds; round++)
        {
            GC.Collect();
            TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
            long began = Stopwatch.GetTimestamp();
            work();
            double wall = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            double processor = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
            best = Math.Min(best, processor < 1 ? wall : processor);
        }

        return best;
    }

    /// <summary>Row and column effects, noise of one decimal, one cell in fifty missing.</summary>
    private static HeatmapTable Table(int rows, int columns, bool ordered)
    {
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.Length; i++)
        {
            double Uniform(ulong stream, int at) => (CounterRandom.Word(20_260_726, stream, (ulong)at) >> 11) * (1.0 / (1L << 53));
            double noise = Enumerable.Range(0, 4).Sum(k => Uniform((ulong)(10 + k), i)) - 2;
            double value = 60 + (15 * Uniform(1, i / columns)) + (20 * Uniform(2, i % columns)) + (4 * noise) - (ordered ? 40.0 * (i % columns) / columns : 0);
            values[i] = Uniform(3, i) < 0.02 ? double.NaN : Math.Round(Math.Clamp(value, 0, 100), 1);
        }

        string[] rowLabels = [.. Enumerable.Range(0, rows).Select(row => string.Create(CultureInfo.InvariantCulture, $"model {row:D3}"))];
        string[] columnLabels = [.. Enumerable.Range(0, columns).Select(column => string.Create(CultureInfo.InvariantCulture, $"task {column:D4}"))];
        ScoreTable scores = new(rowLabels, [.. columnLabels.Select(static label => new ScoreColumn(label, Direction.HigherIsBetter))],
            [.. values.Select(static value => double.IsNaN(value) ? Cell.Absent() : new Cell(value))]);
        return new HeatmapTable("Benchmark", new HeatmapMetric("accuracy", "%", Direction.HigherIsBetter) { Lower = 0, Upper = 100 },
            new HeatmapAxis("model", rowLabels), new HeatmapAxis("task", columnLabels) { Ordered = ordered }, values, decimals: 1)
        {
            Seed = 1,
            DataLink = "figure-1.csv",
            Board = new RankedBoard("model", Ranker.Rank(scores, RankingMethod.Mean, MissingPolicy.Exclude, minCoverage: 0, seed: 1), scores),
        };
    }
}
