using System.Text.Json;
using BenchWorker.Analysis;

namespace BenchWorker.Tests.Analysis.PublicData;

/// <summary>What the sheets say of a whole table: counts, means, ranks, win rates, columns, gaps.</summary>
internal static class TableFacts
{
    /// <param name="facts">Only for the choice of models: some sheets name the first ones and not all.</param>
    public static Dictionary<string, object?> Of(JsonElement facts, ScoreTable table)
    {
        ScoreMatrix scores = ScoreMatrix.Of(table);
        TaskRanks ranks = TaskRanks.Of(scores);
        int[] present = scores.TasksPerModel();
        double[] cells = [.. table.Cells.ToArray().Where(static cell => cell.HasValue).Select(static cell => cell.Value)];
        var made = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["n_rows"] = table.Entities.Count,
            ["n_cols"] = scores.Tasks,
            ["n_cells"] = cells.Length,
            ["n_missing"] = table.Cells.Length - cells.Length,
            ["n_complete_cols"] = scores.CompleteTasks().Length,
            ["order_by_mean_win_rate_available"] = Order(table, ranks).Take(facts.GetProperty("order_by_mean_win_rate_available").GetArrayLength()),
            ["available_case"] = Models(facts.GetProperty("available_case"), table, ranks),
            ["grand_mean_of_cells"] = StableSum.Mean([.. cells]),
            ["min_cell"] = cells.Min(),
            ["max_cell"] = cells.Max(),
        };
        if (facts.TryGetProperty("missing_by_row", out _))
            made["missing_by_row"] = table.Entities.Zip(present).Where(row => row.Second < scores.Tasks).ToDictionary(static row => row.First, row => scores.Tasks - row.Second, StringComparer.Ordinal);
        if (facts.TryGetProperty("per_col", out _))
            made["per_col"] = Enumerable.Range(0, scores.Tasks).ToDictionary(j => table.Columns[j].Name.Replace(" / ", "/", StringComparison.Ordinal), j => Column(table, j), StringComparer.Ordinal);
        return made;
    }

    private static IEnumerable<string> Order(ScoreTable table, TaskRanks ranks)
    {
        double[] rates = ranks.MeanWinRate();
        return Enumerable.Range(0, rates.Length).OrderByDescending(i => Math.Round(rates[i], 12)).ThenBy(i => table.Entities[i], StringComparer.Ordinal).Select(i => table.Entities[i]);
    }

    private static Dictionary<string, object?> Models(JsonElement named, ScoreTable table, TaskRanks ranks)
    {
        (double[] meanRank, double[] winRate) = (ranks.MeanRank(), ranks.MeanWinRate());
        // The facts' means are of values as they were reported, and so not of perplexities turned round.
        double[] means = Means.By(MissingPolicy.Exclude, new ScoreMatrix(table.Entities.Count, table.Columns.Count, table.Cells.ToArray().Select(static cell => cell.Value).ToArray()));
        int[] present = ranks.Scores.TasksPerModel();
        return Enumerable.Range(0, table.Entities.Count).Where(i => named.TryGetProperty(table.Entities[i], out _)).ToDictionary(
            i => table.Entities[i],
            object? (i) => new { n = present[i], mean = means[i], mean_rank = meanRank[i], borda = StrictlyBeaten(ranks, i), mean_win_rate = winRate[i] },
            StringComparer.Ordinal);
    }

    /// <summary>Borda as the facts define it, of the models present on each task only.</summary>
    private static double StrictlyBeaten(TaskRanks ranks, int i) =>
        Enumerable.Range(0, ranks.Scores.Tasks).Where(j => ranks.Scores.Has(i, j)).Sum(j => ranks.Ranked(j) - ranks[i, j]);

    private static object Column(ScoreTable table, int j)
    {
        int[] present = [.. Enumerable.Range(0, table.Entities.Count).Where(i => table[i, j].HasValue)];
        double[] values = [.. present.Select(i => table[i, j].Value)];
        double best = table.Columns[j].Direction == Direction.LowerIsBetter ? values.Min() : values.Max();
        double mean = StableSum.Mean([.. values]);
        double? deviation = StableSum.Deviation(values, mean);
        return new
        {
            value = best,
            models = present.Where(i => table[i, j].Value == best).Select(i => table.Entities[i]).Order(StringComparer.Ordinal),
            n = values.Length,
            mean,
            sd_sample = deviation,
            sd_population = values.Length == 1 ? 0 : deviation * Math.Sqrt((values.Length - 1.0) / values.Length),
            min = values.Min(),
            max = values.Max(),
        };
    }
}
