using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Ranking;

public sealed class RankingChoiceTests
{
    private const double None = double.NaN;

    [Fact]
    public void A_complete_table_is_ordered_by_its_mean()
    {
        RankingChoice choice = RankingChoice.For(Table([1, 2], [3, 4]), oneScale: true);

        choice.Methods.ShouldBe([RankingMethod.Mean]);
        (choice.MinCoverage, choice.Reason).ShouldBe((0, "No cell is missing, so the order is by the plain mean."));
    }

    [Fact]
    public void An_entity_without_any_score_leaves_a_table_complete() =>
        RankingChoice.For(Table([1, 2], [None, None]), oneScale: true).Methods.ShouldBe([RankingMethod.Mean]);

    [Fact]
    public void With_gaps_the_adjusted_mean_comes_first_and_the_plain_one_beside_it()
    {
        RankingChoice choice = RankingChoice.For(Table([1, 2, 3, 4, 5], [1, 2, 3, 4, None], [1, None, None, None, None]), oneScale: true);

        choice.Methods.ShouldBe([RankingMethod.AdjustedMean, RankingMethod.Mean, RankingMethod.Borda, RankingMethod.MeanWinRate]);
        choice.MinCoverage.ShouldBe(RankingChoice.LeastCoverage);
        choice.Reason.ShouldStartWith("Of the 15 cells 5 are missing, so the order is by the adjusted mean");
    }

    [Fact]
    public void No_coverage_is_asked_that_fewer_than_half_reach()
    {
        ScoreTable sparse = Table([1, 2, 3], [1, None, None], [None, 2, None]);

        RankingChoice.For(sparse, oneScale: true).MinCoverage.ShouldBe(0);
        RankingChoice.For(sparse, oneScale: true, minCoverage: 0.5).MinCoverage.ShouldBe(0.5);
    }

    [Fact]
    public void Columns_of_several_metrics_are_never_averaged() =>
        RankingChoice.For(Table([1, 2], [3, None]), oneScale: false).Methods.ShouldBe([RankingMethod.MeanWinRate]);

    [Fact]
    public void Columns_of_unlike_weights_keep_the_mean_that_heeds_them()
    {
        ScoreTable table = Table([1, 2], [3, None]);
        ScoreTable weighted = new(table.Entities, [table.Columns[0] with { Weight = 2 }, table.Columns[1]], table.Cells.ToArray());

        RankingChoice.For(weighted, oneScale: true).Methods[0].ShouldBe(RankingMethod.Mean);
    }

    [Fact]
    public void The_adjusted_mean_of_whoever_has_every_column_is_the_plain_mean()
    {
        ScoreTable table = Table([0.9, 0.4, 0.7], [0.8, None, 0.2], [None, 0.5, 0.6], [0.1, 0.3, 0.35]);

        double?[] plain = Scores(RankingMethod.Mean), adjusted = Scores(RankingMethod.AdjustedMean);

        adjusted[0]!.Value.ShouldBe(plain[0]!.Value, 1e-12);
        adjusted[3]!.Value.ShouldBe(plain[3]!.Value, 1e-12);
        Math.Abs(adjusted[1]!.Value - plain[1]!.Value).ShouldBeGreaterThan(0.01);

        double?[] Scores(RankingMethod method) =>
            [.. Ranker.Rank(table, method, MissingPolicy.Exclude, 0, seed: 1).Standings.OrderBy(static one => one.Entity, StringComparer.Ordinal).Select(static one => one.Score)];
    }

    private static ScoreTable Table(params double[][] rows) => new(
        [.. rows.Select(static (_, i) => $"m{i}")],
        [.. rows[0].Select(static (_, j) => new ScoreColumn($"t{j}", Direction.HigherIsBetter))],
        [.. rows.SelectMany(static row => row).Select(static value => double.IsNaN(value) ? Cell.Absent() : new Cell(value))]);
}
