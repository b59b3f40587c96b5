using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Findings;

public sealed class GroupLeadersTests
{
    private static readonly double[] Values = [0.9, 0.8, 0.7, 0.3, 0.2, 0.1, 0.6, 0.5, 0.4, 0.5, 0.4, 0.6];

    [Fact]
    public void Groups_of_columns_with_unlike_leaders_are_told() => Of(Values).Holding(FindingKinds.G3).ShouldBe(
    [
        "Which row has the best mean depends on the group of columns: a in maths (0.800 over 3 columns), b in law (0.500 over 3 columns).",
    ]);

    [Fact]
    public void Where_lower_is_better_the_lower_mean_leads() =>
        Of(Values, Direction.LowerIsBetter).Holding(FindingKinds.G3).ShouldHaveSingleItem().ShouldContain("b in maths (0.500 over 3 columns), a in law (0.200 over 3 columns)");

    [Fact]
    public void One_leader_of_both_groups_is_no_difference() => Of([0.9, 0.8, 0.7, 0.9, 0.8, 0.9, .. Values[6..]]).Holding(FindingKinds.G3).ShouldBeEmpty();

    [Fact]
    public void A_gap_in_a_group_leaves_its_leader_open() => Of([double.NaN, .. Values[1..]]).Holding(FindingKinds.G3).ShouldBeEmpty();

    [Fact]
    public void A_changed_value_is_told_apart() => Of(Values).ShouldFailOn(FindingKinds.G3, Of([0.87, .. Values[1..]]));

    private static HeatmapTable Of(double[] values, Direction direction = Direction.HigherIsBetter) => new(
        "Scores", new HeatmapMetric("score", null, direction), new HeatmapAxis("model", ["a", "b"]),
        new HeatmapAxis("task", Stated.Names("t", 6)) { Groups = ["maths", "maths", "maths", "law", "law", "law"] }, values, decimals: 2);
}
