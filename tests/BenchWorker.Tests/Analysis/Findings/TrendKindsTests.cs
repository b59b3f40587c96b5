using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Findings;

public sealed class TrendKindsTests
{
    private static readonly double[] Step = [0.31, 0.34, 0.32, 0.35, 0.33, 0.36, 0.30, 0.71, 0.74, 0.72, 0.75, 0.73, 0.76, 0.70];

    private static readonly double[] Slope = [.. Enumerable.Range(0, 14).Select(i => 0.3 + (0.03 * i))];

    private static readonly double[] Level = [.. Enumerable.Range(0, 14).Select(i => i % 2 == 0 ? 0.5 : 0.49)];

    [Fact]
    public void A_row_on_two_levels_shifts_between_them() => Along(Step).Holding(FindingKinds.T7).ShouldBe(
    [
        "r1 shifts after step c7: median 0.330 over the 7 values up to there and 0.730 over the 7 values from c8 on (Pettitt, q = 0.015).",
    ]);

    [Fact]
    public void A_steady_slope_is_no_shift() => Along(Slope).Holding(FindingKinds.T7).ShouldBeEmpty();

    [Fact]
    public void Fewer_than_ten_values_are_no_shift() => Along(Step[3..12]).Holding(FindingKinds.T7).ShouldBeEmpty();

    [Fact]
    public void A_shift_that_moved_by_a_step_is_told_apart()
    {
        HeatmapTable table = Along(Step);

        table.ShouldFailOn(FindingKinds.T7, Mutation.Of(table, 7, 0.33));
    }

    [Fact]
    public void Of_two_rising_rows_the_steeper_rises_faster() => Along(Slope, [.. Slope.Select(value => value / 3)]).Holding(FindingKinds.T9).ShouldBe(
    [
        "r1 rises faster with step than r2 (+0.030 against +0.010 per step, Theil-Sen; Mann-Kendall on the difference, q < 0.001, n = 14).",
    ]);

    [Fact]
    public void A_rising_and_a_level_row_change_at_different_rates() =>
        Along(Slope, Level).Holding(FindingKinds.T9).ShouldHaveSingleItem().ShouldStartWith("r1 and r2 change at different rates with step (+0.030 against ");

    [Fact]
    public void Parallel_rows_do_not_differ_in_slope() => Along(Slope, [.. Slope.Select(value => value - 0.1)]).Holding(FindingKinds.T9).ShouldBeEmpty();

    [Fact]
    public void A_slope_that_turned_is_told_apart()
    {
        HeatmapTable table = Along(Slope, [.. Slope.Select(value => value / 3)]);

        table.ShouldFailOn(FindingKinds.T9, Along([.. Slope.Reverse()], [.. Slope.Select(value => value / 3)]));
    }

    private static HeatmapTable Along(params double[][] rows) =>
        Stated.Table(Stated.Names("r", rows.Length), Stated.Names("c", rows[0].Length), [.. rows.SelectMany(row => row)], ordered: true, decimals: 2);
}
