using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Findings;

/// <summary>What is said of differences to a baseline and of changes since an earlier state.</summary>
public sealed class ChangeKindsTests
{
    private static readonly TableContent ToFirstRow = new TableContent.Changes("base", (Axis.Row, 0));
    private static readonly TableContent SinceMonday = new TableContent.Changes("2026-03-02", null);

    [Fact]
    public void The_baseline_s_own_zeros_are_no_cells_that_stayed_equal()
    {
        HeatmapTable table = DerivedTables.Changes(ToFirstRow, ["base", "a"], [0, 0, 0, 2, -1, 0]);

        table.Holding(FindingKinds.X1).ShouldBe(["Against base, 1 of 3 cells is higher, 1 lower and 1 equal; the mean difference is +0.3 points."]);
        table.ShouldFailOn(FindingKinds.X1, DerivedTables.Changes(ToFirstRow, ["base", "a"], [0, 0, 0, 2, 1, 0]));
    }

    [Fact]
    public void Since_a_day_every_cell_counts() =>
        DerivedTables.Changes(SinceMonday, ["a", "b"], [1, 2, double.NaN, 2, -1, 0]).Holding(FindingKinds.X1)
            .ShouldBe(["Since 2026-03-02, 3 of 5 cells rose, 1 fell and 1 stayed the same; the mean change is +0.8 points."]);

    [Fact]
    public void The_highest_and_the_lowest_mean_difference_leave_the_baseline_out()
    {
        HeatmapTable table = DerivedTables.Changes(ToFirstRow, ["base", "a", "b"], [0, 0, 0, -1, -1, -1, -4, -4, -4]);

        table.Holding(FindingKinds.X2).ShouldBe(["Against base, a has the highest mean difference (-1.0 points over 3 cells) and b the lowest (-4.0 points over 3)."]);
        table.ShouldFailOn(FindingKinds.X2, DerivedTables.Changes(ToFirstRow, ["base", "a", "b"], [0, 0, 0, -5, -1, -1, -1, -4, -4]));
    }

    [Fact]
    public void The_furthest_cells_are_named_on_both_sides_or_on_the_one_that_there_is()
    {
        DerivedTables.Changes(ToFirstRow, ["base", "a"], [0, 0, 0, 2, -1, 2]).Holding(FindingKinds.X3).ShouldBe(["Furthest above base is +2 points (a, t1; a, t3); furthest below is -1 points (a, t2)."]);
        DerivedTables.Changes(SinceMonday, ["a", "b"], [1, 2, 0, 0, 0, 0]).Holding(FindingKinds.X3).ShouldBe(["The largest rise is +2 points (a, t2); nothing fell."]);
        DerivedTables.Changes(ToFirstRow, ["base", "a"], [0, 0, 0, 0, -1, 0]).Holding(FindingKinds.X3).ShouldBe(["Furthest below base is -1 points (a, t2); nothing is above it."]);
    }

    [Fact]
    public void A_row_below_the_baseline_nearly_everywhere_is_told_with_its_test()
    {
        double[] values = [.. Enumerable.Repeat(0.0, 12), .. Enumerable.Repeat(-2.0, 11), 1];
        HeatmapTable table = DerivedTables.Changes(ToFirstRow, ["base", "a"], values);

        table.Holding(FindingKinds.X4).ShouldBe(["a is below base in 11 of 12 cells, above it in 1 and equal in none (sign test, q = 0.006)."]);
        table.ShouldFailOn(FindingKinds.X4, DerivedTables.Changes(ToFirstRow, ["base", "a"], [.. Enumerable.Repeat(0.0, 12), .. Enumerable.Repeat(-2.0, 6), .. Enumerable.Repeat(1.0, 6)]));
    }

    [Fact]
    public void A_baseline_that_is_a_column_compares_columns() =>
        DerivedTables.Changes(new TableContent.Changes("t1", (Axis.Column, 0)), ["a", "b"], [0, 1, 5, 0, 2, 6]).Holding(FindingKinds.X2)
            .ShouldBe(["Against t1, t3 has the highest mean difference (+5.5 points over 2 cells) and t2 the lowest (+1.5 points over 2)."]);
}
