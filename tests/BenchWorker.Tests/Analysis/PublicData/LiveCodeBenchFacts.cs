using System.Text.Json;
using BenchWorker.Analysis;

namespace BenchWorker.Tests.Analysis.PublicData;

internal static class LiveCodeBenchFacts
{
    public static object Made(JsonElement sheet)
    {
        IReadOnlyList<Result> rows = [.. Facts.Rows("livecodebench", "lcb_generation.csv").Select(WithMonth)];
        ScoreTable questions = Table(rows, "sample_id");
        ScoreTable window = Table([.. Alike(rows, "question_date").Where(static row => string.CompareOrdinal(row.Field("question_date"), "2024-10-01") >= 0
            && string.CompareOrdinal(row.Field("question_date"), "2025-04-30") <= 0)], "task");
        return new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["all 1055 questions as columns"] = TableFacts.Of(sheet.GetProperty("all 1055 questions as columns"), questions),
            ["mean_by_difficulty"] = Cells(Table(Alike(rows, "difficulty"), "difficulty"), static cell => cell.Value),
            ["mean_by_platform_difficulty"] = Cells(Table(rows, "platform", "difficulty"), static cell => cell.Value),
            ["n_questions_by_platform_difficulty"] = Counts(Table(rows, "platform", "difficulty")),
            ["mean_by_month"] = Cells(Table(Alike(rows, "month"), "month"), static cell => cell.Value, [.. sheet.GetProperty("mean_by_month").EnumerateObject().Select(static model => model.Name)]),
            ["n_by_month"] = Counts(Table(Alike(rows, "month"), "month")),
            ["window 2024-10-01..2025-04-30"] = window.Entities.Select((model, i) => (model, Cell: window[i, 0]))
                .ToDictionary(static one => one.model, static one => new { n = one.Cell.SampleCount, mean = one.Cell.Value }, StringComparer.Ordinal),
            ["pairs"] = sheet.GetProperty("pairs").EnumerateObject().ToDictionary(static pair => pair.Name, pair => PairFacts.Of(PairFacts.Scores(questions, pair.Name)), StringComparer.Ordinal),
        };
    }

    private static Result WithMonth(Result row) =>
        row with { Dimensions = new Dictionary<string, string>(row.Dimensions, StringComparer.Ordinal) { ["month"] = row.Field("question_date")![..7] } };

    /// <summary>Platforms and difficulties are parts, and a score over several is the mean of theirs; where the sheet counts every question alike, they go.</summary>
    private static IEnumerable<Result> Alike(IReadOnlyList<Result> rows, string kept) => rows.Select(row =>
        row with { Subset = null, Dimensions = new Dictionary<string, string>(StringComparer.Ordinal) { [kept] = row.Field(kept)! } });

    private static ScoreTable Table(IEnumerable<Result> rows, params string[] columns) => ScoreTable.From([.. rows], new ScoreTableRules { Columns = columns });

    private static Dictionary<string, object?> Cells(ScoreTable table, Func<Cell, object?> made, IReadOnlyCollection<string>? models = null) => Enumerable.Range(0, table.Entities.Count)
        .Where(i => models?.Contains(table.Entities[i]) != false)
        .ToDictionary(i => table.Entities[i], object? (i) => Row(table, i, made), StringComparer.Ordinal);

    /// <summary>Samples behind the cells, which are as many for every model.</summary>
    private static Dictionary<string, object?> Counts(ScoreTable table) => Row(table, 0, static cell => cell.SampleCount);

    private static Dictionary<string, object?> Row(ScoreTable table, int i, Func<Cell, object?> made) => Enumerable.Range(0, table.Columns.Count)
        .ToDictionary(j => table.Columns[j].Name.Replace(" / ", "/", StringComparison.Ordinal), j => made(table[i, j]), StringComparer.Ordinal);
}
