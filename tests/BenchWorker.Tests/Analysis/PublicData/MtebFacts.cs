using System.Text.Json;
using BenchWorker.Analysis;

namespace BenchWorker.Tests.Analysis.PublicData;

internal static class MtebFacts
{
    public static object Made(JsonElement sheet)
    {
        IReadOnlyList<Result> rows = Facts.Rows("mteb_wide", "mteb_wide.csv");
        ScoreTable table = ScoreTable.From(rows, new ScoreTableRules());
        ScoreMatrix scores = ScoreMatrix.Of(table);
        (string, int)[] models = [.. table.Entities.Zip(scores.TasksPerModel())];
        (string, int)[] tasks = [.. table.Columns.Select(static column => column.Name).Zip(scores.ModelsPerTask())];
        return new
        {
            table = TableFacts.Of(sheet.GetProperty("table"), table),
            repeated_cells = table.Cells.ToArray().Count(static cell => cell.RunCount > 1),
            fill_fraction = (double)table.Cells.ToArray().Count(static cell => cell.HasValue) / table.Cells.Length,
            external_rows = rows.Count(static row => row.Field("model_revision") == "external"),
            rows_with_run_at = rows.Count(static row => row.RunAt is not null),
            value_out_of_0_1 = rows.Where(static row => row.Value is < 0 or > 1).Select(static row => new object[] { row.Model, row.Task, row.Value }),
            models_with_fewest_cells = Ten(models, sign: 1),
            models_with_most_cells = Ten(models, sign: -1),
            tasks_with_fewest_models = Ten(tasks, sign: 1),
        };
    }

    private static IEnumerable<object[]> Ten(IEnumerable<(string Name, int Count)> counts, int sign) => counts
        .OrderBy(one => sign * one.Count).ThenBy(static one => one.Name, StringComparer.Ordinal).Take(10).Select(static one => new object[] { one.Name, one.Count });
}
