using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Findings;

public sealed class CellKindsTests
{
    private const double None = double.NaN;

    private static readonly double[] Four = [0.9, 0.5, 0.85, 0.45];

    [Fact]
    public void A_pair_that_coverage_turns_around_is_told_with_all_four_means()
    {
        HeatmapTable table = Sparse(0.6);

        table.Holding(FindingKinds.C4).ShouldBe(
        [
            "On the 3 columns that both have, a is better than b (0.600 against 0.500), although its mean over all its own cells is worse (0.400 against 0.700).",
        ]);
        table.ShouldFailOn(FindingKinds.C4, Mutation.Of(table, 0, 0.2));
    }

    [Fact]
    public void A_pair_ordered_alike_both_ways_is_not_told() => Sparse(0.3).Holding(FindingKinds.C4).ShouldBeEmpty();

    [Fact]
    public void Values_that_reach_the_threshold_are_counted()
    {
        HeatmapTable table = Square(Four, threshold: 0.85);

        table.Holding(FindingKinds.E5).ShouldBe(["2 of 4 values are at least 0.85."]);
        table.ShouldFailOn(FindingKinds.E5, Square([0.9, 0.5, 0.84, 0.45], threshold: 0.85));
    }

    [Fact]
    public void Without_a_threshold_nothing_is_counted() => Square(Four).Holding(FindingKinds.E5).ShouldBeEmpty();

    [Fact]
    public void A_lead_smaller_than_the_scatter_of_the_runs_is_told()
    {
        HeatmapTable table = Square(Four, spread: 0.06, runs: [3, 3, 3, 3]);

        table.Holding(FindingKinds.U2).ShouldContain("In t1 the lead of a over b (0.05) is smaller than the standard deviation of the runs of a (0.060, 3 runs).");
        table.ShouldFailOn(FindingKinds.U2, Square([0.99, 0.6, 0.85, 0.45], spread: 0.06, runs: [3, 3, 3, 3]));
    }

    [Theory]
    [InlineData(0.04, 3)]
    [InlineData(0.06, 2)]
    public void A_lead_beyond_the_scatter_or_from_two_runs_is_not(double spread, int runs) =>
        Square(Four, spread: spread, runs: [runs, runs, runs, runs]).Holding(FindingKinds.U2).ShouldBeEmpty();

    [Fact]
    public void Cells_that_are_the_best_of_unlike_numbers_of_runs_are_told()
    {
        HeatmapTable table = Square(Four, runs: [1, 5, 2, 2], policy: RunPolicy.Best);

        table.Holding(FindingKinds.M3).ShouldBe(["Cells show the best of 1 to 5 runs; more runs raise the best that is to be expected."]);
        table.ShouldFailOn(FindingKinds.M3, Square(Four, runs: [2, 5, 2, 2], policy: RunPolicy.Best));
    }

    [Theory]
    [InlineData(RunPolicy.Mean, 5)]
    [InlineData(RunPolicy.Best, 2)]
    public void Means_and_equal_numbers_of_runs_are_not(RunPolicy policy, int most) =>
        Square(Four, runs: [2, most, 2, 2], policy: policy).Holding(FindingKinds.M3).ShouldBeEmpty();

    [Fact]
    public void The_least_certain_cell_is_named_where_five_have_an_error()
    {
        HeatmapTable table = Errors(0.01, 0.02, 0.05, 0.03, 0.01, 0.02);

        table.Holding(FindingKinds.U3).ShouldBe(["The least certain cell is a, t3: 0.50, standard error 0.050."]);
        table.ShouldFailOn(FindingKinds.U3, Errors(0.01, 0.02, 0.05, 0.08, 0.01, 0.02));
        Errors(0.01, 0.02, 0.05, 0.03, None, None).Holding(FindingKinds.U3).ShouldBeEmpty();
        Errors(0.05, 0.02, 0.05, 0.03, 0.01, 0.02).Holding(FindingKinds.U3).ShouldBeEmpty();
    }

    [Fact]
    public void Facets_with_unlike_leaders_are_told()
    {
        HeatmapTable table = Facets([0.9, 0.8, 0.7, 0.6], [0.6, 0.9, 0.7, 0.5]);

        table.Holding(FindingKinds.F4).ShouldBe(["F and G order the rows with Kendall tau +0.33; r1 leads in F and r2 in G."]);
        table.ShouldFailOn(FindingKinds.F4, Mutation.Of(table, 0, 0.75));
        Facets([0.9, 0.8, 0.7, 0.6], [0.8, 0.7, 0.6, 0.5]).Holding(FindingKinds.F4).ShouldBeEmpty();
    }

    private static HeatmapTable Sparse(double own) => Stated.Table(["a", "b"], Stated.Names("t", 9),
        [own, own, own, 0.2, 0.2, 0.2, None, None, None, 0.5, 0.5, 0.5, None, None, None, 0.9, 0.9, 0.9], decimals: 2);

    private static HeatmapTable Square(double[] values, double? threshold = null, double? spread = null, int[]? runs = null, RunPolicy policy = RunPolicy.Mean) =>
        new("Scores", new HeatmapMetric("score", null, Direction.HigherIsBetter) { Lower = 0, Upper = 1 }, new HeatmapAxis("model", ["a", "b"]), new HeatmapAxis("task", ["t1", "t2"]), values, 2)
        {
            Threshold = threshold,
            RunSpreads = spread is { } s ? [s, s, s, s] : null,
            RunCounts = runs,
            Runs = policy,
        };

    private static HeatmapTable Errors(params double[] errors) =>
        new("Scores", new HeatmapMetric("score", null, Direction.HigherIsBetter) { Lower = 0, Upper = 1 }, new HeatmapAxis("model", ["a", "b"]), new HeatmapAxis("task", ["t1", "t2", "t3"]),
            [0.7, 0.6, 0.5, 0.4, 0.3, 0.2], 2)
        {
            StandardErrors = errors,
        };

    private static HeatmapTable Facets(double[] first, double[] second) =>
        new("Scores", new HeatmapMetric("score", null, Direction.HigherIsBetter) { Lower = 0, Upper = 1 }, new HeatmapAxis("method", ["F", "G"]), new HeatmapAxis("model", Stated.Names("r", 4)),
            new HeatmapAxis("task", ["t1"]), [.. first, .. second], 2);
}
