using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Ranking;

public sealed class RankerTests
{
    private const double None = double.NaN;

    [Fact]
    public void Tied_scores_share_the_best_rank()
    {
        Leaderboard board = Rank(Table(Direction.HigherIsBetter, [0.1, 0.2], [0.3, 0.0], [0.1, 0.1]));

        board.Standings.Select(one => (one.Entity, one.Rank)).ShouldBe([("m0", 1), ("m1", 1), ("m2", 3)]);
    }

    [Fact]
    public void A_lower_is_better_metric_reverses_the_order_and_keeps_its_sign()
    {
        Leaderboard board = Rank(Table(Direction.LowerIsBetter, [3], [1], [2]));

        board.Standings.Select(one => (one.Entity, one.Rank, one.Score)).ShouldBe([("m1", 1, 1), ("m2", 2, 2), ("m0", 3, 3)]);
    }

    [Fact]
    public void A_column_without_a_direction_is_never_ranked()
    {
        Leaderboard board = Rank(Table(Direction.Unknown, [3], [1]));

        board.Standings.ShouldAllBe(one => one.Rank == null && one.NotRanked == "no column has a known direction" && one.Score == null);
    }

    [Fact]
    public void Too_little_coverage_is_not_ranked_and_says_so()
    {
        Leaderboard board = Rank(Table(Direction.HigherIsBetter, [1, 1, 1], [9, 9, None], [2, 2, 2]), minCoverage: 0.8);

        board.Standings[^1].ShouldBe(new Standing { Entity = "m1", Score = 9, StandardError = 0, Present = 2, Columns = 3, NotRanked = "coverage 66 %" });
        board.Standings.Select(one => one.Rank).ShouldBe([1, 2, null]);
    }

    [Fact]
    public void A_cell_that_does_not_apply_leaves_the_coverage()
    {
        Cell[] cells = [new(1), new(2), new(3), Cell.Absent(MissingReason.NotApplicable)];
        ScoreColumn[] columns = [new("x", Direction.HigherIsBetter), new("y", Direction.HigherIsBetter)];

        Leaderboard board = Rank(new ScoreTable(["a", "b"], columns, cells), minCoverage: 1);

        board.Standings.Select(one => (one.Entity, one.Present, one.Columns, one.Rank)).ShouldBe([("b", 1, 1, 1), ("a", 2, 2, 2)]);
    }

    [Fact]
    public void An_entity_without_any_score_is_listed_and_not_ranked()
    {
        Leaderboard board = Rank(Table(Direction.HigherIsBetter, [None, None], [1, 2]));

        board.Standings[^1].ShouldBe(new Standing { Entity = "m0", Present = 0, Columns = 2, NotRanked = "no score" });
    }

    [Fact]
    public void Entities_that_share_no_column_are_not_ranked_against_each_other()
    {
        Leaderboard board = Rank(Table(Direction.HigherIsBetter, [1, None], [2, None], [None, 9]));

        board.Standings.Select(one => (one.Entity, one.Rank, one.NotRanked))
            .ShouldBe([("m1", 1, null), ("m0", 2, null), ("m2", null, "shares no column with the ranked")]);
    }

    [Theory]
    [InlineData(RankingMethod.Mean)]
    [InlineData(RankingMethod.AdjustedMean)]
    [InlineData(RankingMethod.MeanRank)]
    [InlineData(RankingMethod.Borda)]
    [InlineData(RankingMethod.MeanWinRate)]
    [InlineData(RankingMethod.BradleyTerry)]
    [InlineData(RankingMethod.Copeland)]
    public void Every_method_puts_first_who_is_first_everywhere(RankingMethod method)
    {
        ScoreTable table = Table(Direction.HigherIsBetter, [1, 2, 1], [2, 1, 2], [3, 3, 3]);

        Leaderboard board = Ranker.Rank(table, method, MissingPolicy.Exclude, 0, seed: 1);

        board.Standings[0].Entity.ShouldBe("m2");
        board.Standings[0].Rank.ShouldBe(1);
    }

    [Fact]
    public void An_empty_table_gives_an_empty_leaderboard()
    {
        foreach (RankingMethod method in Enum.GetValues<RankingMethod>())
            Ranker.Rank(new ScoreTable([], [], []), method, MissingPolicy.Exclude, 0.5, seed: 1).Standings.ShouldBeEmpty();
    }

    private static Leaderboard Rank(ScoreTable table, double minCoverage = 0) =>
        Ranker.Rank(table, RankingMethod.Mean, MissingPolicy.Exclude, minCoverage, seed: 1);

    private static ScoreTable Table(Direction direction, params double[][] rows) => new(
        [.. rows.Select((_, i) => $"m{i}")],
        [.. rows[0].Select((_, j) => new ScoreColumn($"t{j}", direction))],
        [.. rows.SelectMany(row => row).Select(value => double.IsNaN(value) ? Cell.Absent() : new Cell(value))]);
}
