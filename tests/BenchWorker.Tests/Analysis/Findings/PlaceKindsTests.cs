using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Findings;

/// <summary>What is said of places at snapshots.</summary>
public sealed class PlaceKindsTests
{
    private const double None = double.NaN;

    [Fact]
    public void Who_is_first_at_the_end_and_who_was_most_often()
    {
        HeatmapTable table = DerivedTables.Places(["a", "b", "c"], [2, 2, 2, 1, 1, 1, 1, 2, 3, 3, 3, 3]);

        table.Holding(FindingKinds.H1).ShouldBe(["a is first at step 4, as at 1 of 4 snapshots in all; b was first most often, at 3 of 4."]);
        table.ShouldFailOn(FindingKinds.H1, DerivedTables.Places(["a", "b", "c"], [2, 2, 2, 2, 1, 1, 1, 1, 3, 3, 3, 3]));
    }

    [Fact]
    public void Being_first_throughout_and_sharing_the_first_place_are_said_as_such()
    {
        DerivedTables.Places(["a", "b"], [1, 1, 2, 2]).Holding(FindingKinds.H1).ShouldBe(["a is first at all 2 snapshots."]);
        DerivedTables.Places(["a", "b"], [1, 1, None, 2]).Holding(FindingKinds.H1).ShouldBe(["a is first at all 2 snapshots."], "alone, too");
        DerivedTables.Places(["a", "b"], [1, 1.5, 2, 1.5]).Holding(FindingKinds.H1).ShouldBe(["a and b share the first place at step 2."]);
    }

    [Fact]
    public void Movers_go_from_their_own_first_snapshot_to_their_own_last()
    {
        HeatmapTable table = DerivedTables.Places(["a", "b", "c", "d"], [1, 3, 4, None, 2, 1, 2, 1, 2, 3, 4, 3]);

        table.Holding(FindingKinds.H2).ShouldBe(["Between its first and its last snapshot b rises furthest, from place 2 to 1; a falls furthest, from place 1 to 4."]);
        table.ShouldFailOn(FindingKinds.H2, DerivedTables.Places(["a", "b", "c", "d"], [1, 3, 1, None, 2, 1, 2, 1, 2, 3, 4, 3]));
    }

    [Fact]
    public void Where_nobody_moves_the_movers_are_none()
    {
        HeatmapTable table = DerivedTables.Places(["a", "b"], [1, 2, 1, 2, 1, 2]);

        table.Holding(FindingKinds.H2).ShouldBe(["Everyone holds the same place at the first and at the last of their snapshots."]);
        DerivedTables.Places(["a", "b"], [1, 1, 1, 2, 2, 2]).Holding(FindingKinds.H3).ShouldBe(["b keeps its place (2) at every snapshot it is in."], "of a it is said that it is first");
        DerivedTables.Places(["a", "b", "c"], [1, 1, 1, 2, 2, 2, 3, 3, 3]).Holding(FindingKinds.H3).ShouldBe(["b and c each keep their place (2, 3) at every snapshot they are in."]);
    }

    [Fact]
    public void Newcomers_and_the_largest_single_move_are_told()
    {
        HeatmapTable table = DerivedTables.Places(["a", "b", "c", "d"], [1, 2, 2, 2, 1, 4, 3, 3, 3, None, 4, 1]);

        table.Holding(FindingKinds.H5).ShouldBe(["d comes in at step 2, on place 4."]);
        table.Holding(FindingKinds.H6).ShouldBeEmpty("b and d both move by three places");
        DerivedTables.Places(["a", "b", "c"], [1, 2, 3, 2, 1, 2, 3, 3, 1]).Holding(FindingKinds.H6).ShouldBe(["The largest move from one snapshot to the next is that of c, from place 3 at step 2 to 1 at step 3."]);
    }

    [Fact]
    public void The_first_order_is_compared_with_the_last_by_those_in_both()
    {
        HeatmapTable table = DerivedTables.Places(Stated.Names("m", 6), [1, 6, 2, 5, 3, 4, 4, 3, 5, 2, 6, 1]);

        table.Holding(FindingKinds.H4).ShouldBe(["Over the 6 that have a place both at step 1 and at step 2, the two orders have a Kendall tau of -1.00 (+1 would be the same order, -1 its reverse)."]);
    }

    [Fact]
    public void Places_are_no_scores_that_fall_or_have_a_mean() =>
        FindingEngine.Find(DerivedTables.Places(["a", "b", "c"], [2, 2, 2, 1, 1, 1, 1, 2, 3, 3, 3, 3])).Select(static finding => finding.Kind.Id[0]).Distinct().ShouldBe(['C', 'H']);
}
