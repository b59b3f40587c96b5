using System.Text.Json;
using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.PublicData;

/// <summary>Counts, means, ranks and win rates of whole public tables, computed elsewhere by two independent means.</summary>
public sealed class TableFactsTests
{
    [Fact]
    public void Global_MMLU_Lite_by_language_has_the_means_ranks_and_win_rates_of_its_facts() => ShouldHold(
        Facts.Of("global_mmlu_lite").GetProperty("languages"),
        ScoreTable.From([.. Facts.Rows("global_mmlu_lite", "global_mmlu_lite.csv").Where(row => row.Subset != "aggregate")], new ScoreTableRules { Columns = ["language"] }));

    [Fact]
    public void MTEB_with_half_of_its_cells_missing_has_the_means_ranks_and_win_rates_of_its_facts() => ShouldHold(
        Facts.Of("mteb_wide").GetProperty("table"), ScoreTable.From(Facts.Rows("mteb_wide", "mteb_wide.csv"), new ScoreTableRules()));

    [Fact]
    public void TALES_by_game_has_the_means_ranks_and_win_rates_of_its_facts() => ShouldHold(
        Facts.Of("tales_pairwise").GetProperty("games_table"), ScoreTable.From(Facts.Rows("tales_pairwise", "tales_games.csv"), new ScoreTableRules()));

    [Fact]
    public void LiveCodeBench_by_question_has_the_means_ranks_and_win_rates_of_its_facts() => ShouldHold(
        Facts.Of("livecodebench").GetProperty("all 1055 questions as columns"),
        ScoreTable.From(Facts.Rows("livecodebench", "lcb_generation.csv"), new ScoreTableRules { Columns = ["sample_id"] }));

    [Theory]
    [InlineData("0")]
    [InlineData("5")]
    public void Pythia_with_accuracies_and_perplexities_has_the_means_ranks_and_win_rates_of_its_facts(string shots) => ShouldHold(
        Facts.Of("pythia_lm_eval").GetProperty($"final checkpoint, {shots}-shot (columns task/metric, lambada ppl lower is better)"),
        ScoreTable.From(
            [.. Facts.Rows("pythia_lm_eval", "pythia_checkpoints.csv").Where(row => row.Field("step") == "143000" && row.Field("num_fewshot") == shots)],
            new ScoreTableRules { Columns = ["task", "metric"] }));

    private static void ShouldHold(JsonElement facts, ScoreTable table)
    {
        ScoreMatrix scores = ScoreMatrix.Of(table);
        TaskRanks ranks = TaskRanks.Of(scores);
        (double[] meanRank, double[] winRate) = (ranks.MeanRank(), ranks.MeanWinRate());
        double[] means = Means.By(MissingPolicy.Exclude, Unoriented(table));
        int[] present = scores.TasksPerModel();

        table.Entities.Count.ShouldBe(facts.GetProperty("n_rows").GetInt32());
        scores.Tasks.ShouldBe(facts.GetProperty("n_cols").GetInt32());
        scores.CompleteTasks().Length.ShouldBe(facts.GetProperty("n_complete_cols").GetInt32());
        (table.Cells.Length - present.Sum()).ShouldBe(facts.GetProperty("n_missing").GetInt32());
        Cells(table).Min().ShouldBe(facts.GetProperty("min_cell").GetDouble());
        Cells(table).Max().ShouldBe(facts.GetProperty("max_cell").GetDouble());
        Facts.Near(Cells(table).Average(), facts.GetProperty("grand_mean_of_cells"), "grand mean");
        foreach (JsonProperty model in facts.GetProperty("available_case").EnumerateObject())
        {
            int i = table.Entities.ToList().IndexOf(model.Name);
            present[i].ShouldBe(model.Value.GetProperty("n").GetInt32(), model.Name);
            Facts.Near(means[i], model.Value.GetProperty("mean"), model.Name);
            Facts.Near(meanRank[i], model.Value.GetProperty("mean_rank"), model.Name);
            Facts.Near(winRate[i], model.Value.GetProperty("mean_win_rate"), model.Name);
            Facts.Near(StrictlyBeaten(ranks, i), model.Value.GetProperty("borda"), model.Name);
        }

        if (facts.TryGetProperty("per_col", out JsonElement columns))
            ColumnsShouldHold(columns, table);
    }

    private static void ColumnsShouldHold(JsonElement facts, ScoreTable table)
    {
        foreach (JsonProperty fact in facts.EnumerateObject())
        {
            int j = Enumerable.Range(0, table.Columns.Count).Single(column => table.Columns[column].Name.Replace(" / ", "/", StringComparison.Ordinal) == fact.Name);
            int[] present = [.. Enumerable.Range(0, table.Entities.Count).Where(i => table[i, j].HasValue)];
            double[] values = [.. present.Select(i => table[i, j].Value)];
            double best = table.Columns[j].Direction == Direction.LowerIsBetter ? values.Min() : values.Max();

            values.Length.ShouldBe(fact.Value.GetProperty("n").GetInt32(), fact.Name);
            Facts.Near(StableSum.Mean(values.ToArray()), fact.Value.GetProperty("mean"), fact.Name);
            values.Min().ShouldBe(fact.Value.GetProperty("min").GetDouble(), fact.Name);
            values.Max().ShouldBe(fact.Value.GetProperty("max").GetDouble(), fact.Name);
            best.ShouldBe(fact.Value.GetProperty("value").GetDouble(), fact.Name);
            present.Where(i => table[i, j].Value == best).Select(i => table.Entities[i])
                .ShouldBe(fact.Value.GetProperty("models").EnumerateArray().Select(name => name.GetString()!), ignoreOrder: true, fact.Name);
        }
    }

    /// <summary>Borda as the facts define it, of the models present on each task only.</summary>
    private static double StrictlyBeaten(TaskRanks ranks, int i) =>
        Enumerable.Range(0, ranks.Scores.Tasks).Where(j => ranks.Scores.Has(i, j)).Sum(j => ranks.Ranked(j) - ranks[i, j]);

    private static double[] Cells(ScoreTable table) => [.. table.Cells.ToArray().Where(cell => cell.HasValue).Select(cell => cell.Value)];

    /// <summary>The facts' means are of values as they were reported.</summary>
    private static ScoreMatrix Unoriented(ScoreTable table) => new(table.Entities.Count, table.Columns.Count, table.Cells.ToArray().Select(cell => cell.Value).ToArray());
}
