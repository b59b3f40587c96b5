using BenchWorker.Analysis;
using BenchWorker.Tests.Analysis.Reference;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Findings;

/// <summary>Numbers of the reference sentences, there with other words around them; the reference tests pairs by Wilcoxon, boards by permutation.</summary>
public sealed class BoardFindingsTests
{
    [Fact]
    public void Ranking_sentences_carry_the_numbers_of_the_reference()
    {
        HeatmapTable table = Ranked("synF_complete.csv", seed: 20260726);

        string[] texts = Holding(table, "A1", "A2", "A4");

        texts.ShouldBe(
        [
            "a2 ranks first by mean (64.00); its rank range is 1 to 4, and 4 of the 8 ranked cannot be ruled out as first "
            + "(a2, a0, a1 and a3; paired permutation tests of all pairs, Holm at five percent).",
            "Leaving out one column at a time, a2 stays first in 19 of 20 cases; the order that differs most from the full one has a Kendall tau of 0.91 with it.",
            "Taken together, the 8 ranked differ (Friedman chi-squared 92.8 with 7 degrees of freedom, p < 0.001; Kendall W 0.66); "
            + "mean ranks closer than 2.35 are not told apart (Nemenyi).",
        ]);
    }

    [Fact]
    public void A_leader_that_no_column_decides_is_told_as_such() => Holding(Ranked("synE_cur.csv", seed: 1), "A2").ShouldBe(
    [
        "Whichever of the 9 columns is left out, e0 stays first; the order that differs most from the full one has a Kendall tau of 0.93 with it.",
    ]);

    [Fact]
    public void A_ranking_by_one_column_is_tested_by_nothing() =>
        Holding(Ranked("synE_cur.csv", seed: 1, onlyColumn: true), "A1").ShouldHaveSingleItem().ShouldEndWith("no test was possible.");

    [Fact]
    public void The_share_of_resamplings_is_confirmed_by_drawing_columns_one_by_one() =>
        Holding(Ranked("synF_complete.csv", seed: 7), "A3").ShouldHaveSingleItem().ShouldStartWith("In 1000 resamplings of the columns a2 is first");

    [Theory]
    [InlineData(RankingMethod.Mean, "mean")]
    [InlineData(RankingMethod.AdjustedMean, "adjusted mean")]
    [InlineData(RankingMethod.MeanRank, "mean rank")]
    [InlineData(RankingMethod.Borda, "Borda points")]
    [InlineData(RankingMethod.MeanWinRate, "mean win rate")]
    [InlineData(RankingMethod.BradleyTerry, "Bradley-Terry strength")]
    [InlineData(RankingMethod.Copeland, "Copeland points")]
    [InlineData(RankingMethod.MeanRankScaled, "scaled mean rank")]
    [InlineData(RankingMethod.MeanRankWorst, "mean rank with gaps last")]
    [InlineData(RankingMethod.Kemeny, "Kemeny order")]
    public void The_leader_by_any_method_is_confirmed_and_named_by_it(RankingMethod method, string words)
    {
        string[] texts = Holding(Ranked("synE_cur.csv", seed: 1, policy: new RankingPolicy(method)), "A1");

        texts.ShouldHaveSingleItem().ShouldContain($" first by {words} (");
    }

    [Fact]
    public void A_mean_that_bridges_missing_cells_is_called_adjusted() =>
        Holding(Ranked("seed3.csv", seed: 1, policy: new RankingPolicy(RankingMethod.Mean) { Missing = MissingPolicy.Additive }), "A1").ShouldHaveSingleItem().ShouldContain(" first by adjusted mean (98.79)");

    [Theory]
    [InlineData(ScoreScale.MinMax)]
    [InlineData(ScoreScale.ZScore)]
    public void A_mean_of_rescaled_scores_is_not_taken_again_from_the_scores_as_reported(ScoreScale scale) =>
        Holding(Ranked("synE_cur.csv", seed: 1, policy: new RankingPolicy(RankingMethod.Mean) { Scale = scale }), "A1", "A2", "A3", "A4").ShouldHaveSingleItem().ShouldContain("first by mean (");

    [Fact]
    public void Missing_cells_that_move_a_rank_are_told() =>
        Holding(Ranked("seed3.csv", seed: 1), "A5").ShouldBe(
        [
            "Rank depends on how missing cells count: Type 3 is 2 of 7 by Borda points (a missing cell scores zero) and 5 of 7 by mean win rate (a missing cell is skipped).",
        ]);

    [Fact]
    public void Changes_since_the_last_publication_carry_the_numbers_of_the_reference()
    {
        HeatmapTable table = Ranked("synE_cur.csv", seed: 1, previous: "synE_prev.csv");

        string[] texts = Holding(table, "V1", "V2", "V3", "V4");

        texts.ShouldBe(
        [
            "2 entered (n0 and n1) and 1 left (e3).",
            "e5 improved by 2.99 on average over the 9 columns in both publications (paired permutation test, q = 0.012).",
            "e1 got worse by 2.51 on average over the 9 columns in both publications (paired permutation test, q = 0.012).",
            "e0 stays on rank 1.",
            "e5 rises from rank 7 to 3 (-1 by those that left, -4 by changed scores, +1 by newcomers).",
            "e2 falls from rank 3 to 4 (+1 by newcomers).",
            "e1 falls from rank 2 to 5 (+2 by changed scores, +1 by newcomers).",
            "e4 falls from rank 5 to 6 (-1 by those that left, +1 by changed scores, +1 by newcomers).",
            "e6 falls from rank 6 to 7 (-1 by those that left, +1 by changed scores, +1 by newcomers).",
        ]);
    }

    [Fact]
    public void The_document_has_a_leaderboard_with_ranges_and_what_changed()
    {
        string markdown = SummaryWriter.Write(Ranked("synE_cur.csv", seed: 1, previous: "synE_prev.csv")).Markdown;

        markdown.ShouldContain("### Leaderboard\n| rank | model | mean | rank range | columns measured |\n");
        markdown.ShouldContain("### What changed since the last publication\n- 2 entered (n0 and n1) and 1 left (e3).\n");
        markdown.ShouldContain("| 9 of 9 |");
    }

    [Fact]
    public void A_first_publication_has_no_section_of_changes() =>
        SummaryWriter.Write(Ranked("synE_cur.csv", seed: 1)).Markdown.ShouldNotContain("What changed");

    /// <summary>Sentences of the kinds named, each confirmed by the second code path.</summary>
    private static string[] Holding(HeatmapTable table, params string[] kinds)
    {
        FindingVerifier verifier = new(table);
        Finding[] found = [.. FindingEngine.Find(table).Where(finding => kinds.Contains(finding.Kind.Id))];
        found.Where(finding => verifier.Verify(finding) != Verdict.Holds).Select(finding => finding.Sentence.Text(table)).ShouldBeEmpty();
        return [.. found.Select(finding => finding.Sentence.Text(table))];
    }

    private static HeatmapTable Ranked(string file, ulong seed, string? previous = null, RankingPolicy? policy = null, bool onlyColumn = false)
    {
        ScoreTable scores = Scores(file, onlyColumn ? 1 : null);
        Leaderboard leaderboard = Ranker.Rank(scores, policy ?? new RankingPolicy(RankingMethod.Mean), seed);
        return new HeatmapTable("Board", new HeatmapMetric("score", null, Direction.HigherIsBetter), new HeatmapAxis("model", scores.Entities),
            new HeatmapAxis("task", [.. scores.Columns.Select(column => column.Name)]), [.. scores.Cells.ToArray().Select(cell => cell.Value)], decimals: 1)
        {
            Board = new RankedBoard("model", leaderboard, scores) { Previous = previous is null ? null : Scores(previous) },
        };
    }

    private static ScoreTable Scores(string file, int? most = null)
    {
        IReadOnlyList<IReadOnlyDictionary<string, string>> rows = ReferenceTable.Rows(file);
        string key = rows[0].Keys.First();
        string[] columns = [.. rows[0].Keys.Skip(1).Take(most ?? int.MaxValue)];
        return new ScoreTable([.. rows.Select(row => row[key])], [.. columns.Select(column => new ScoreColumn(column, Direction.HigherIsBetter))],
            [.. rows.SelectMany(row => columns.Select(column => ReferenceTable.Number(row[column]) is var value && double.IsFinite(value) ? new Cell(value) : Cell.Absent()))]);
    }
}
