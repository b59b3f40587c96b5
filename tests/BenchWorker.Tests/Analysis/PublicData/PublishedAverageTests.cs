using System.Text.Json;
using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.PublicData;

/// <summary>Averages that others published, where the facts do not say already how they come out of the scores beside them.</summary>
public sealed class PublishedAverageTests
{
    [Fact]
    public void HELMs_means_by_split_are_those_of_its_instances()
    {
        Dictionary<string, double> published = Facts.Rows("harness_native", "runs.csv").Where(static row => row.Field("harness") == "helm")
            .ToDictionary(static row => $"{row.Model} | {row.Task} / {row.Subset} / {row.Metric}", static row => row.Value, StringComparer.Ordinal);
        Result[] instances = [.. Directory.GetDirectories(Path.Combine(Facts.Folder("harness_native"), "raw", "every_eval_ever", "helm")).SelectMany(Instances)];

        ScoreTable table = ScoreTable.From(instances, new ScoreTableRules { Columns = ["task", "subset", "metric"] });

        Dictionary<string, Cell> made = Enumerable.Range(0, table.Cells.Length).Where(k => table.Cells[k].HasValue)
            .ToDictionary(k => $"{table.Entities[k / table.Columns.Count]} | {table.Columns[k % table.Columns.Count].Name}", k => table.Cells[k], StringComparer.Ordinal);
        published.Count.ShouldBe(18);
        foreach ((string cell, double mean) in published)
            made[cell].Value.ShouldBe(mean, 1e-12, cell);
        made.Where(cell => published.ContainsKey(cell.Key)).GroupBy(static cell => cell.Key.Split(" / ")[0], StringComparer.Ordinal)
            .Select(static task => task.Where(static cell => cell.Key.EndsWith("/ exact_match", StringComparison.Ordinal)).Sum(static cell => cell.Value.SampleCount ?? 0))
            .ShouldBe([10, 10, 5], ignoreOrder: true);
    }

    /// <summary>Every statistic of every instance of a run as HELM wrote it, perturbed ones left out.</summary>
    private static IEnumerable<Result> Instances(string run)
    {
        JsonElement spec = Read(run, "run_spec.json");
        string model = spec.GetProperty("adapter_spec").GetProperty("model").GetString()!;
        string task = spec.GetProperty("name").GetString()!.Replace($",model={model.Replace('/', '_')}", "", StringComparison.Ordinal).Replace($":model={model.Replace('/', '_')}", "", StringComparison.Ordinal);
        return from instance in Read(run, "per_instance_stats.json").EnumerateArray()
               from statistic in instance.GetProperty("stats").EnumerateArray()
               let name = statistic.GetProperty("name")
               where !name.TryGetProperty("perturbation", out _) && statistic.TryGetProperty("mean", out _)
               select new Result
               {
                   Benchmark = "helm",
                   Task = task,
                   Subset = name.GetProperty("split").GetString(),
                   Model = model,
                   Metric = name.GetProperty("name").GetString()!,
                   Direction = Direction.HigherIsBetter,
                   Value = statistic.GetProperty("mean").GetDouble(),
                   SampleId = instance.GetProperty("instance_id").GetString(),
               };
    }

    private static JsonElement Read(string run, string file) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(run, file))).RootElement;
}
