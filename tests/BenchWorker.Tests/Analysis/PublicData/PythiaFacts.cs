using System.Globalization;
using System.Text.Json;
using BenchWorker.Analysis;

namespace BenchWorker.Tests.Analysis.PublicData;

internal static class PythiaFacts
{
    public static object Made(JsonElement sheet)
    {
        IReadOnlyList<Result> steps = Facts.Rows("pythia_lm_eval", "pythia_checkpoints.csv");
        IReadOnlyList<Result> final = Facts.Rows("pythia_lm_eval", "pythia_final_mmlu_crows.csv");
        Result[] zero = [.. steps.Where(static row => row.Field("num_fewshot") == "0")];
        double[] perplexities = [.. steps.Where(static row => row.Metric == "ppl").Select(static row => row.Value)];
        var made = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["pythia-160m-deduped zero-shot lambada_openai by step"] = zero.Where(static row => row is { Model: "pythia-160m-deduped", Task: "lambada_openai" })
                .By(static row => row.Field("step")!, static rows => rows.By(static row => row.Metric, static row => row.Single().Value)),
            ["best_checkpoint_zero_shot"] = sheet.GetProperty("best_checkpoint_zero_shot").EnumerateObject().ToDictionary(static best => best.Name, best => Best(best.Name, zero), StringComparer.Ordinal),
            ["ppl_range"] = new[] { perplexities.Min(), perplexities.Max() },
            ["steps"] = steps.By(static row => row.Field("num_fewshot")!, static rows => rows.Select(static row => int.Parse(row.Field("step")!, CultureInfo.InvariantCulture)).Distinct().Order()),
            ["mmlu_unweighted_mean_over_57_subjects"] = Mmlu(final),
            ["crows_pairs_no_direction_rows"] = final.Count(static row => row.Task.StartsWith("crows_pairs", StringComparison.Ordinal) && row.Direction == Direction.Unknown),
            ["z_12b_vs_6.9b_zero_shot"] = zero.Where(static row => row is { Metric: "acc", Model: "pythia-12b" or "pythia-6.9b" } && row.Field("step") == "143000")
                .By(static row => row.Task, static pair => Z(pair.Single(static row => row.Model == "pythia-12b"), pair.Single(static row => row.Model == "pythia-6.9b"))),
        };
        foreach (string shots in new[] { "0", "5" })
        {
            string name = $"final checkpoint, {shots}-shot (columns task/metric, lambada ppl lower is better)";
            made[name] = TableFacts.Of(sheet.GetProperty(name), ScoreTable.From(
                [.. steps.Where(row => row.Field("step") == "143000" && row.Field("num_fewshot") == shots)], new ScoreTableRules { Columns = ["task", "metric"] }));
        }

        return made;
    }

    /// <summary>A model's best checkpoint on "model | task/metric", all of them where several are best.</summary>
    private static object Best(string name, IReadOnlyList<Result> rows)
    {
        string[] place = name.Split(" | ");
        ScoreTable table = ScoreTable.From([.. rows.Where(row => row.Model == place[0] && $"{row.Task}/{row.Metric}" == place[1])], new ScoreTableRules { Entity = "step" });
        double sign = table.Columns[0].Direction == Direction.LowerIsBetter ? -1 : 1;
        double best = sign * table.Cells.ToArray().Max(cell => sign * cell.Value);
        return new
        {
            step = Enumerable.Range(0, table.Entities.Count).Where(i => table[i, 0].Value == best).Select(i => int.Parse(table.Entities[i], CultureInfo.InvariantCulture)).Order(),
            value = best,
        };
    }

    /// <summary>The subjects are subsets of one task, and its score is their mean.</summary>
    private static Dictionary<string, object?> Mmlu(IReadOnlyList<Result> rows) => rows
        .Where(static row => row.Task == "hendrycksTest")
        .By(static row => $"{row.Model} | {row.Field("num_fewshot")}-shot", static subjects =>
        {
            Cell cell = ScoreTable.From(subjects, new ScoreTableRules())[0, 0];
            return new { n = subjects.Length, mean = cell.Value, stderr_of_the_mean_independent = cell.StandardError };
        });

    private static double Z(Result a, Result b) =>
        (a.Value - b.Value) / Math.Sqrt((a.StandardError!.Value * a.StandardError.Value) + (b.StandardError!.Value * b.StandardError.Value));
}
