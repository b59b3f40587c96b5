using System.Globalization;
using System.Text.Json;
using BenchWorker.Analysis;

namespace BenchWorker.Tests.Analysis.PublicData;

internal static class SeedTableFacts
{
    private static readonly ScoreTableRules Probes = new() { Entity = "method" };

    private static readonly ScoreTableRules Lengths = new() { Entity = "type", Columns = ["length"] };

    public static object Made(JsonElement sheet)
    {
        IReadOnlyList<Result> probes = Facts.Rows("seed_tables", "seed2_truth_probes.csv");
        IReadOnlyList<Result> languages = Facts.Rows("seed_tables", "seed0_excerpt.csv");
        return new
        {
            seed2_methods_as_rows = TableFacts.Of(sheet.GetProperty("seed2_methods_as_rows"), ScoreTable.From(probes, Probes)),
            seed2 = Probed(probes),
            seed3 = TypesByLength(Facts.Rows("seed_tables", "seed3_type_length.csv")),
            seed4 = Transfer(Facts.Rows("seed_tables", "seed4_transfer.csv")),
            seed0 = new { rows = languages.Count, by_language_mean = languages.By(static row => row.Field("language")!, static rows => rows.Mean()) },
        };
    }

    private static Dictionary<string, object?> Probed(IReadOnlyList<Result> rows) => new(StringComparer.Ordinal)
    {
        ["cells_below_0.5"] = rows.Where(static row => row.Value < 0.5).Select(static row => $"{row.Task}/{row.Field("method")}").Order(StringComparer.Ordinal),
        ["cells_exactly_0"] = rows.Count(static row => row.Value == 0),
        ["cells_exactly_1"] = rows.Count(static row => row.Value == 1),
        ["mean_by_method_and_polarity"] = rows.By(static row => row.Field("method")!, static method => method.By(static row => row.Field("polarity")!, static cells => cells.Mean())),
    };

    private static object TypesByLength(IReadOnlyList<Result> rows)
    {
        ScoreTable table = ScoreTable.From(rows, Lengths);
        Result lowest = rows.MinBy(static row => row.Value)!;
        return new
        {
            n_cells = table.Cells.ToArray().Count(static cell => cell.HasValue),
            n_blank = table.Cells.ToArray().Count(static cell => !cell.HasValue),
            by_type = rows.By(static row => row.Field("type")!, Along),
            by_length = rows.By(static row => row.Field("length")!, static cells => new { n = cells.Length, mean = cells.Mean() }),
            grand_mean_of_cells = rows.Mean(),
            min_cell = new object?[] { lowest.Value, lowest.Field("type"), lowest.Field("length") },
            cells_equal_100 = rows.Where(static row => row.Value == 100).Select(static row => new[] { row.Field("type"), row.Field("length") }),
            mean_of_type_means = StableSum.Mean(Means.By(MissingPolicy.Exclude, ScoreMatrix.Of(table))),
        };
    }

    private static object Along(Result[] cells)
    {
        double[] lengths = [.. cells.Select(static row => double.Parse(row.Field("length")!, CultureInfo.InvariantCulture))];
        double[] values = [.. cells.Select(static row => row.Value)];
        return new
        {
            n = cells.Length,
            lengths = new[] { lengths.Min(), lengths.Max() },
            mean = cells.Mean(),
            min = values.Min(),
            max = values.Max(),
            ols_slope_per_length = Correlation.Pearson(lengths, values) * Deviation(values) / Deviation(lengths),
            spearman = Correlation.Spearman(lengths, values),
        };
    }

    private static double? Deviation(double[] values) => StableSum.Deviation(values, StableSum.Mean([.. values]));

    private static object Transfer(IReadOnlyList<Result> rows)
    {
        ILookup<bool, Result> native = rows.ToLookup(static row => row.Model == row.Field("trained_on"));
        return new
        {
            panel_mean = rows.By(static row => row.Field("method")!, static cells => cells.Mean()),
            same_model_mean = native[true].By(static row => row.Field("method")!, static cells => cells.Mean()),
            cross_model_mean = native[false].By(static row => row.Field("method")!, static cells => cells.Mean()),
            difference_lora_minus_probe = rows.By(
                static row => $"{row.Model} trained on {row.Field("trained_on")}",
                static pair => pair.Single(static row => row.Field("method") == "LoRA + Prompt").Value - pair.Single(static row => row.Field("method") == "Probe").Value),
        };
    }
}
