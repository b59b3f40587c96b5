using BenchWorker.Analysis;
using BenchWorker.Tests.Analysis.Reference;

namespace BenchWorker.Tests.Analysis.Findings;

/// <summary>The reference tables as heatmaps: the seeds' own numbers and two synthetic ones.</summary>
internal static class ReferenceHeatmaps
{
    public static readonly string[] Names = ["seed0", "seed2", "seed3", "seed4", "synF", "synG"];

    public static HeatmapTable Of(string name) => name switch
    {
        "seed0" => Wide("seed0.csv", "Embedding models: the 24 values stated", Score(0, 100), "model", "metric", 1, commensurable: true),
        "seed2" => Wide("seed2.csv", "Metrics across categories", Score(0, 1), "category", "metric", 2, commensurable: false),
        "seed3" => Wide("seed3.csv", "Baseline - Core Generalization - Qwen-2.5 3B", Percent("accuracy"), "Type", "Length", 1, commensurable: true, ordered: true),
        "seed4" => Transfer(),
        "synF" => Wide("synF_complete.csv", "Synthetic leaderboard", Percent("score"), "model", "task", 1, commensurable: true),
        "synG" => Wide("synG_table.csv", "Synthetic tasks with two blocks", Percent("score"), "model", "task", 1, commensurable: true),
        _ => throw new ArgumentException($"No table {name}.", nameof(name)),
    };

    private static HeatmapMetric Score(double low, double high) => new("score", Unit: null, Direction.HigherIsBetter) { Lower = low, Upper = high };

    private static HeatmapMetric Percent(string name) => new(name, "%", Direction.HigherIsBetter) { Lower = 0, Upper = 100 };

    private static HeatmapTable Wide(string file, string title, HeatmapMetric metric, string rowName, string columnName, int decimals, bool commensurable, bool ordered = false)
    {
        IReadOnlyList<IReadOnlyDictionary<string, string>> rows = ReferenceTable.Rows(file);
        string key = rows[0].Keys.First();
        string[] columns = [.. rows[0].Keys.Where(column => !string.Equals(column, key, StringComparison.Ordinal) && column is not "cost")];
        return new HeatmapTable(title, metric, new HeatmapAxis(rowName, [.. rows.Select(row => row[key])]), new HeatmapAxis(columnName, columns) { Ordered = ordered },
            [.. rows.SelectMany(row => columns.Select(column => ReferenceTable.Number(row[column])))], decimals)
        {
            CommensurableColumns = commensurable,
        };
    }

    private static HeatmapTable Transfer()
    {
        string[] facets = ["Probe", "LoRA + Prompt"];
        string[] models = ["Mistral", "LLaMA-2"];
        return new HeatmapTable("Probe and LoRA + Prompt", Score(0, 1), new HeatmapAxis("method", facets), new HeatmapAxis("model", models),
            new HeatmapAxis("trained on", models), [.. ReferenceTable.Rows("seed4.csv").Select(row => ReferenceTable.Number(row["score"]))], decimals: 2)
        {
            ColorRanges = [new ValueRange(0.5, 0.8), new ValueRange(0.5, 0.75)],
        };
    }
}
