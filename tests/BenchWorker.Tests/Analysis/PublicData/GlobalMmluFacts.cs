using System.Globalization;
using System.Text.Json;
using BenchWorker.Analysis;

namespace BenchWorker.Tests.Analysis.PublicData;

internal static class GlobalMmluFacts
{
    public static object Made(JsonElement sheet)
    {
        IReadOnlyList<Result> rows = Facts.Rows("global_mmlu_lite", "global_mmlu_lite.csv");
        ScoreTable table = ScoreTable.From([.. rows.Where(static row => row.Subset != "aggregate")], new ScoreTableRules { Columns = ["language"] });
        return new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["languages"] = TableFacts.Of(sheet.GetProperty("languages"), table),
            ["published_overall_vs_mean_of_16_languages"] = Published(rows, table),
            ["ci"] = Intervals([.. rows.Where(static row => row.Field("ci_upper_offset") is { Length: > 0 })]),
        };
    }

    /// <summary>The overall score that the leaderboard prints, to four digits.</summary>
    private static object Published(IReadOnlyList<Result> rows, ScoreTable table)
    {
        double[] means = Means.By(MissingPolicy.Null, ScoreMatrix.Of(table));
        Dictionary<string, double> published = rows.Where(static row => row.Subset == "aggregate" && row.Field("language") == "Global MMLU Lite")
            .ToDictionary(static row => row.Model, static row => row.Value, StringComparer.Ordinal);
        (string Model, double Difference)[] differences = [.. table.Entities.Select((model, i) => (model, Math.Abs(means[i] - published[model])))];
        return new
        {
            max_abs_difference = differences.Max(static one => one.Difference),
            worst = differences.MaxBy(static one => one.Difference).Model,
            n_within_6e_4 = differences.Count(static one => one.Difference <= 6e-4),
        };
    }

    private static Dictionary<string, object?> Intervals(IReadOnlyList<Result> rows)
    {
        (double P, double Low, double High)[] offsets = [.. rows.Select(static row => (row.Value, Offset(row, "ci_lower_offset"), Offset(row, "ci_upper_offset")))];
        return new(StringComparer.Ordinal)
        {
            ["are_offsets_not_bounds"] = offsets.All(static one => one.Low < 0 && one.High < one.P),
            ["symmetric"] = offsets.All(static one => one.Low == -one.High),
            ["half_width_range"] = new[] { offsets.Min(static one => one.High), offsets.Max(static one => one.High) },
            ["implied_n (1.96^2 p(1-p)/h^2)"] = offsets.Select(static one => (int)Math.Round(1.96 * 1.96 * one.P * (1 - one.P) / (one.High * one.High))).Distinct().Order(),
        };
    }

    private static double Offset(Result row, string name) => double.Parse(row.Field(name)!, CultureInfo.InvariantCulture);
}
