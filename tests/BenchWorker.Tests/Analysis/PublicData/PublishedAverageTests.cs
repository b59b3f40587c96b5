using System.Text.Json;
using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.PublicData;

/// <summary>Averages that others published, made again from the scores that they published beside them.</summary>
public sealed class PublishedAverageTests
{
    [Fact]
    public void Global_MMLU_Lites_overall_is_the_mean_of_its_16_languages_to_the_four_digits_printed()
    {
        JsonElement facts = Facts.Of("global_mmlu_lite").GetProperty("published_overall_vs_mean_of_16_languages");
        IReadOnlyList<Result> rows = Facts.Rows("global_mmlu_lite", "global_mmlu_lite.csv");
        ScoreTable table = ScoreTable.From([.. rows.Where(row => row.Subset != "aggregate")], new ScoreTableRules { Columns = ["language"] });
        double[] means = Means.By(MissingPolicy.Null, ScoreMatrix.Of(table));
        IReadOnlyDictionary<string, double> published = rows.Where(row => row.Subset == "aggregate" && row.Field("language") == "Global MMLU Lite").ToDictionary(row => row.Model, row => row.Value, StringComparer.Ordinal);

        double[] differences = [.. table.Entities.Select((model, i) => Math.Abs(means[i] - published[model]))];

        Facts.Near(differences.Max(), facts.GetProperty("max_abs_difference"), "largest difference");
        differences.Count(difference => difference <= 6e-4).ShouldBe(facts.GetProperty("n_within_6e_4").GetInt32());
    }

    [Fact]
    public void TALESs_newest_overall_is_the_mean_of_its_frameworks_weighted_by_their_games()
    {
        JsonElement facts = Facts.Of("tales_pairwise").GetProperty("overall_is_weighted_by_number_of_games");
        IReadOnlyList<Result> all = Facts.Rows("tales_pairwise", "tales_frameworks.csv");
        Result[] newest = [.. all.Where(row => row.RunAt == all.Max(other => other.RunAt))];
        ScoreTable table = ScoreTable.From([.. newest.Where(row => row.Task != "overall")], new ScoreTableRules());
        double[] weights = [.. table.Columns.Select(column => facts.GetProperty("weights").GetProperty(column.Name).GetDouble())];
        IReadOnlyDictionary<string, double> published = newest.Where(row => row.Task == "overall").ToDictionary(row => row.Model, row => row.Value, StringComparer.Ordinal);

        Facts.Near(Farthest(Means.By(MissingPolicy.Null, ScoreMatrix.Of(table), weights)), facts.GetProperty("max_abs_difference_to_published_overall"), "weighted");
        Facts.Near(Farthest(Means.By(MissingPolicy.Null, ScoreMatrix.Of(table))), facts.GetProperty("max_abs_difference_if_unweighted"), "unweighted");

        double Farthest(double[] means) => table.Entities.Select((model, i) => Math.Abs(means[i] - published[model])).Max();
    }

    [Fact]
    public void HELMs_means_of_its_samples_are_made_again()
    {
        JsonElement facts = Facts.Of("harness_native").GetProperty("helm_sample_means");
        var cells = Facts.Rows("harness_native", "samples.csv").Where(row => row.Field("harness") == "helm")
            .GroupBy(row => $"{row.Model} | {row.Task} | {row.Metric}", StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

        cells.Keys.ShouldBe(facts.EnumerateObject().Select(fact => fact.Name), ignoreOrder: true);
        foreach (JsonProperty fact in facts.EnumerateObject())
        {
            SampleSummary summary = SampleSummary.Of([.. cells[fact.Name].Select(row => row.Value)], []);
            summary.Count.ShouldBe(fact.Value.GetProperty("n").GetInt32(), fact.Name);
            Facts.Near(summary.Mean, fact.Value.GetProperty("mean"), fact.Name);
        }
    }

    [Fact]
    public void Repeated_runs_of_Aiders_JSON_board_have_the_mean_spread_and_error_of_its_facts()
    {
        JsonElement facts = Facts.Of("aider_leaderboards").GetProperty("code-in-json (5 repeated runs per cell; pass_rate_1)");
        ScoreTable table = ScoreTable.From(
            [.. Facts.Rows("aider_leaderboards", "aider.csv").Where(row => row is { Task: "code-in-json", Metric: "pass_rate_1" })], new ScoreTableRules { Columns = ["edit_format"] });

        foreach (JsonProperty fact in facts.EnumerateObject())
        {
            string[] place = fact.Name.Split(" | ");
            Cell cell = table[table.Entities.ToList().IndexOf(place[0]), table.Columns.Select(column => column.Name).ToList().IndexOf(place[1])];
            cell.RunCount.ShouldBe(fact.Value.GetProperty("n").GetInt32(), fact.Name);
            Facts.Near(cell.Value, fact.Value.GetProperty("mean"), fact.Name);
            Facts.Near(cell.RunSpread.ShouldNotBeNull(), fact.Value.GetProperty("sd_sample"), fact.Name);
            Facts.Near(cell.StandardError.ShouldNotBeNull(), fact.Value.GetProperty("stderr"), fact.Name);
        }
    }
}
