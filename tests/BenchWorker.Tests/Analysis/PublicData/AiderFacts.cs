using BenchWorker.Analysis;

namespace BenchWorker.Tests.Analysis.PublicData;

internal static class AiderFacts
{
    public static object Made()
    {
        IReadOnlyList<Result> rows = Facts.Rows("aider_leaderboards", "aider.csv");
        Result[] sonnet = [.. rows.Where(static row => row is { Benchmark: "aider sonnet-fine", Metric: "pass_rate_1" }).OrderBy(static row => row.Run, StringComparer.Ordinal)];
        Cell again = ScoreTable.From(sonnet, new ScoreTableRules { Entity = "benchmark" }).Cells[0];
        return new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["polyglot"] = Polyglot([.. rows.Where(static row => row.Benchmark == "aider polyglot")]),
            ["code-in-json (5 repeated runs per cell; pass_rate_1)"] = Repeated([.. rows.Where(static row => row is { Task: "code-in-json", Metric: "pass_rate_1" })]),
            ["sonnet-fine (same model re-run over time, pass_rate_1)"] = sonnet.Select(static row => new object?[] { row.Date(), row.Run, row.Field("edit_format"), row.Value }),
            ["sonnet-fine summary"] = new
            {
                n = again.RunCount,
                mean = again.Value,
                sd_sample = again.RunSpread,
                min = sonnet.Min(static row => row.Value),
                max = sonnet.Max(static row => row.Value),
            },
            ["runs_without_pass_rate_2"] = Runs(rows).Where(static run => run.All(static row => row.Metric != "pass_rate_2")).Select(static run => run.Key.Run).Order(StringComparer.Ordinal),
            ["rows_by_board"] = Runs(rows).GroupBy(static run => run.Key.Benchmark, StringComparer.Ordinal).ToDictionary(static board => board.Key, static board => board.Count(), StringComparer.Ordinal),
        };
    }

    private static IEnumerable<IGrouping<(string Benchmark, string? Run), Result>> Runs(IEnumerable<Result> rows) => rows.GroupBy(static row => (row.Benchmark, row.Run));

    private static object Polyglot(IReadOnlyList<Result> rows)
    {
        Result[] second = [.. rows.Where(static row => row.Metric == "pass_rate_2")];
        string[] models = [.. second.Select(static row => row.Model)];
        string[] dates = [.. rows.Select(Facts.Date).Order(StringComparer.Ordinal)];
        return new
        {
            n_runs = Runs(rows).Count(),
            n_models = models.Distinct(StringComparer.Ordinal).Count(),
            models_with_several_runs = models.CountBy(static model => model).Where(static model => model.Value > 1).ToDictionary(StringComparer.Ordinal),
            top10_pass_rate_2 = second.OrderByDescending(static row => row.Value).ThenBy(static row => row.Model, StringComparer.Ordinal).Take(10).Select(static row => new object?[] { row.Model, row.Value, row.Date(), row.Field("edit_format") }),
            mean = rows.Where(static row => row.Metric is "pass_rate_1" or "pass_rate_2" or "total_cost" or "percent_cases_well_formed" or "seconds_per_case")
                .By(static row => row.Metric, static column => column.Mean()),
            median_pass_rate_2 = Quantiles.Linear([.. second.Select(static row => row.Value).Order()], 0.5),
            zero_cost_runs = rows.Where(static row => row is { Metric: "total_cost", Value: 0 }).Select(static row => row.Model).Order(StringComparer.Ordinal),
            first_and_last_date = new[] { dates[0], dates[^1] },
            record_over_time = Records(second.OrderBy(static row => row.RunAt).ThenBy(static row => row.Model, StringComparer.Ordinal)),
        };
    }

    private static IEnumerable<object[]> Records(IEnumerable<Result> rows)
    {
        double best = double.NegativeInfinity;
        foreach (Result row in rows.Where(row => row.Value > best))
        {
            best = row.Value;
            yield return [row.Date(), row.Value, row.Model];
        }
    }

    private static Dictionary<string, object?> Repeated(IReadOnlyList<Result> rows)
    {
        ScoreTable table = ScoreTable.From(rows, new ScoreTableRules { Columns = ["edit_format"] });
        return rows.By(static row => $"{row.Model} | {row.Field("edit_format")}", runs =>
        {
            Cell cell = table[table.Entities.ToList().IndexOf(runs[0].Model), table.Columns.Select(static column => column.Name).ToList().IndexOf(runs[0].Field("edit_format")!)];
            return new
            {
                n = cell.RunCount,
                values = runs.OrderBy(static run => run.Run, StringComparer.Ordinal).Select(static run => run.Value),
                mean = cell.Value,
                sd_sample = cell.RunSpread,
                stderr = cell.StandardError,
                min = runs.Min(static run => run.Value),
                max = runs.Max(static run => run.Value),
            };
        });
    }
}
