using BenchWorker.Analysis;

namespace BenchWorker.Tests.Analysis.Findings;

/// <summary>Tables of which, taken together, every kind of statement is made.</summary>
internal static class FindingExamples
{
    private const double None = double.NaN;

    private static readonly HeatmapMetric Score = new("score", null, Direction.HigherIsBetter) { Lower = 0, Upper = 1 };

    public static readonly IReadOnlyList<FindingExample> All =
    [
        .. ReferenceHeatmaps.Names.Select(FindingExample.Reference),
        FindingExample.Ranked("synF_complete.csv"), FindingExample.Ranked("synG_table.csv"), FindingExample.Ranked("seed3.csv"),
        FindingExample.Ranked("synE_cur.csv", previous: "synE_prev.csv"), FindingExample.Pairs("synP_pairs.csv"),
        .. DerivedTables.Examples, Uneven(), Solved(), Gaps(), Block(), Runs(), Panels(), Groups(), Trends(), Transfer(), Dominated(), Blocks(), Separated(),
    ];

    /// <summary>Coverage turns the order of two rows around; a threshold counts.</summary>
    private static FindingExample Gaps() => Of("gaps", 2, 9,
        [0.6, 0.6, 0.6, 0.2, 0.2, 0.2, None, None, None, 0.5, 0.5, 0.5, None, None, None, 0.9, 0.9, 0.9], threshold: 0.6);

    /// <summary>A model measured once only, which two rankings count differently.</summary>
    private static FindingExample Uneven() => FindingExample.Ranked(
        "uneven", Stated.Names("m", 3), Stated.Names("t", 3), [0.9, None, None, 0.5, 0.6, 0.7, 0.4, 0.5, 0.6], static board => board);

    /// <summary>Items that both solve, items that neither does.</summary>
    private static FindingExample Solved() => Of("solved", 2, 24,
        [.. Enumerable.Range(0, 24).Select(static i => i is < 10 or 21 ? 1 : 0.0), .. Enumerable.Range(0, 24).Select(static i => i is < 10 or 20 ? 1 : 0.0)],
        static (axes, values) => new HeatmapTable("Solved", Score, axes.Rows, axes.Columns, values, 2) { Content = new TableContent.Pairs([(0, 1)]) });

    private static FindingExample Block() => Of("block", 4, 4, [0.11, 0.32, 0.23, 0.44, 0.25, 0.56, 0.37, 0.58, 0.69, 0.72, None, None, 0.81, 0.94, None, None]);

    /// <summary>Best of unlike numbers of runs that scatter more than the lead, with standard errors and samples.</summary>
    private static FindingExample Runs() => Of("runs", 2, 3, [0.9, 0.5, 0.25, 0.85, 0.45, 0.52], static (axes, values) => new HeatmapTable(
        "Runs", Score with { Chance = 0.5 }, axes.Rows, axes.Columns, values, 2)
    {
        RunSpreads = [0.06, 0.06, 0.06, 0.06, 0.06, 0.06],
        RunCounts = [3, 4, 5, 3, 3, 3],
        Runs = RunPolicy.Best,
        StandardErrors = [0.01, 0.02, 0.05, 0.03, 0.01, 0.02],
        SampleCounts = [400, 400, 400, 400, 400, 400],
    });

    private static FindingExample Panels() => new("panels", [0.9, 0.8, 0.7, 0.6, 0.6, 0.9, 0.7, 0.5],
        static values => new HeatmapTable("Panels", Score, new HeatmapAxis("method", ["F", "G"]), new HeatmapAxis("model", Stated.Names("r", 4)), new HeatmapAxis("task", ["t1"]), values, 2));

    /// <summary>Columns of two groups on two levels, with another leader in each.</summary>
    private static FindingExample Groups() => Of("groups", 2, 12,
        [.. Steps(0.80, 6), .. Steps(0.30, 6), .. Steps(0.70, 6), .. Steps(0.40, 6)], static (axes, values) => new HeatmapTable(
            "Groups", Score, axes.Rows, axes.Columns with { Groups = [.. Enumerable.Repeat("maths", 6), .. Enumerable.Repeat("law", 6)] }, values, 2));

    /// <summary>A shift, a steady rise, a lesser one, and two rows that change places.</summary>
    private static FindingExample Trends() => Of("trends", 4, 24,
    [
        .. Enumerable.Range(0, 24).Select(static i => (i < 12 ? 0.30 : 0.70) + (0.01 * (i * 5 % 7))), .. Enumerable.Range(0, 24).Select(static i => 0.20 + (0.03 * i)),
        .. Enumerable.Range(0, 24).Select(static i => 0.20 + (0.01 * i)), .. Enumerable.Range(0, 24).Select(static i => i < 12 ? 0.95 - (0.01 * (i % 3)) : 0.10 + (0.01 * (i % 4))),
    ], static (axes, values) => new HeatmapTable("Trends", Score, axes.Rows, axes.Columns with { Ordered = true }, values, 2));

    /// <summary>Five models tried on five languages of the same names.</summary>
    private static FindingExample Transfer() => new("transfer", [.. Enumerable.Range(0, 25).Select(static i => (i % 6 == 0 ? 0.90 : 0.40) + (0.01 * (i * 3 % 8)))],
        static values => new HeatmapTable("Transfer", Score, new HeatmapAxis("model", Stated.Names("x", 5)), new HeatmapAxis("tried on", Stated.Names("x", 5)), values, 2));

    /// <summary>A row best everywhere, and two columns that order all rows alike.</summary>
    private static FindingExample Dominated() => Of("dominated", 8, 3, [.. Enumerable.Range(0, 8).SelectMany(static i => new[] { 0.9 - (0.1 * i), 0.8 - (0.05 * i), 0.7 - (0.02 * (i * 3 % 8)) })]);

    /// <summary>Two groups of columns of contrary order.</summary>
    private static FindingExample Blocks() => Of("blocks", 9, 6,
        [.. Enumerable.Range(0, 9).SelectMany(static i => Enumerable.Range(0, 6).Select(j => j < 3 ? 0.1 + (0.08 * i) + (0.01 * (i * j % 3)) : 0.9 - (0.08 * i) - (0.01 * (i * j % 4))))]);

    /// <summary>One wide column in the order of all the narrow ones.</summary>
    private static FindingExample Separated() => Of("separated", 7, 4, [.. Enumerable.Range(0, 7).SelectMany(static i => new[] { 0.40 + (0.02 * i), 0.05 + (0.15 * i), 0.41 + (0.02 * i), 0.42 + (0.02 * i) })]);

    private static IEnumerable<double> Steps(double start, int count) => Enumerable.Range(0, count).Select(i => start + (0.01 * i));

    private static FindingExample Of(string name, int rows, int columns, double[] values, double? threshold = null) =>
        Of(name, rows, columns, values, (axes, changed) => new HeatmapTable(name, Score, axes.Rows, axes.Columns, changed, 2) { Threshold = threshold });

    private static FindingExample Of(string name, int rows, int columns, double[] values, Func<(HeatmapAxis Rows, HeatmapAxis Columns), double[], HeatmapTable> build) =>
        new(name, values, changed => build((new HeatmapAxis("model", Stated.Names("m", rows)), new HeatmapAxis("task", Stated.Names("t", columns))), changed));
}
