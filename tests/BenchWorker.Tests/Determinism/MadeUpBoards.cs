using System.Globalization;
using BenchWorker.Analysis;
using BenchWorker.Figures;
using BenchWorker.Site;

namespace BenchWorker.Tests.Determinism;

/// <summary>Boards that use every ranking, test, figure and sentence, from made-up rows to the files of their pages.</summary>
internal static class MadeUpBoards
{
    private static readonly string Declared = $$"""
        ---
        board: complete
        source: complete
        ranking: [{{string.Join(", ", Enum.GetNames<RankingMethod>().Select(Kebab.Case))}}]
        pairs: all
        figures:
          - { kind: matrix, side: [mean, rank, coverage], uncertainty: interval, color: { standardize: column } }
          - { kind: delta }
        ---
        board: gaps
        source: gaps
        pareto: price
        figures:
          - { kind: matrix, rows: { field: model, order: cluster }, columns: { field: task, order: mean }, color: { robust: true, steps: 5 } }
          - { kind: win-rate }
          - { kind: packed, panels: model, cell: task }
        ---
        board: samples
        source: { benchmark: samples, samples: true, cluster: passage }
        figures:
          - { kind: density, pairs: { top: 3 } }
        """;

    /// <param name="rearrange">Given the rows, whose order must not matter.</param>
    public static IReadOnlyList<(string Path, ReadOnlyMemory<byte> Content)> Publish(Func<Result[], Result[]>? rearrange = null)
    {
        BoardReport[] reports = [.. BoardFile.Parse("boards.yaml", Declared).Select(board => BoardComposer.Compose(board, new ResultSnapshot(Rows(board.Slug, rearrange), null), FontSet.Default))];
        SiteSnapshot site = SiteBuilder.Build(reports, null, new BlankRasterizer(), new SiteOptions());
        return [.. site.Files.Values.Where(static file => file.Path.StartsWith("boards/", StringComparison.Ordinal)).OrderBy(static file => file.Path, StringComparer.Ordinal).Select(static file => (file.Path, file.Content))];
    }

    private static Result[] Rows(string board, Func<Result[], Result[]>? rearrange)
    {
        Result[] rows = [.. board switch { "complete" => Complete(), "gaps" => Gaps(), _ => Samples() }];
        return rearrange is null ? rows : rearrange(rows);
    }

    private static IEnumerable<Result> Complete() =>
        from i in Enumerable.Range(0, 55)
        from j in Enumerable.Range(0, 24)
        select Row("complete", i, j, (0.2 * Unit(1, i)) + (0.3 * Unit(2, j)) + (0.5 * Unit(3, (i * 24) + j))) with { StandardError = 0.01 + (0.02 * Unit(4, i + j)), SampleCount = 20 + j };

    /// <summary>Some cells missing, others run up to three times, of two subsets.</summary>
    private static IEnumerable<Result> Gaps() =>
        from i in Enumerable.Range(0, 12)
        from j in Enumerable.Range(0, 19)
        where ((i * 7) + j) % 9 != 0
        from run in Enumerable.Range(0, 1 + ((i + j) % 3))
        from subset in new[] { "one", "two" }
        select Row("gaps", i, j, (30 * Unit(5, i)) + (70 * Unit(6, (((i * 19) + j) * 8) + run + (subset == "one" ? 4 : 0)))) with
        {
            Subset = subset,
            Run = string.Create(CultureInfo.InvariantCulture, $"r{run}"),
            Dimensions = new Dictionary<string, string> { ["price"] = Unit(7, i).ToString("R", CultureInfo.InvariantCulture) },
        };

    private static IEnumerable<Result> Samples() =>
        from i in Enumerable.Range(0, 3)
        from j in Enumerable.Range(0, 2)
        from sample in Enumerable.Range(0, 90)
        select Row("samples", i, j, Unit(8, (((i * 2) + j) * 100) + sample)) with
        {
            SampleId = string.Create(CultureInfo.InvariantCulture, $"s{sample}"),
            Dimensions = new Dictionary<string, string> { ["passage"] = string.Create(CultureInfo.InvariantCulture, $"p{sample % 13}") },
        };

    private static Result Row(string benchmark, int model, int task, double value) => new()
    {
        Benchmark = benchmark,
        Model = string.Create(CultureInfo.InvariantCulture, $"Iıİi-{model}"),
        Task = string.Create(CultureInfo.InvariantCulture, $"t{task:00}"),
        Metric = "acc",
        Direction = Direction.HigherIsBetter,
        Value = value,
    };

    private static double Unit(ulong stream, int k) => (CounterRandom.Word(9, stream, (ulong)k) >> 11) * (1.0 / (1UL << 53));
}
