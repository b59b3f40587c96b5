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
        "r1 rises faster with step than r2 (+0.030 against +0.010 from one column to the next, Theil-Sen; Mann-Kendall on the difference, q < 0.001, n = 14).",
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

    [Fact]
    public void A_label_that_begins_with_the_name_of_its_axis_is_not_named_twice()
    {
        string[] steps = [.. Enumerable.Range(1, Step.Length).Select(static i => $"step {i:D4}")];

        Stated.Table(["r1"], steps, Step, ordered: true, decimals: 2).Holding(FindingKinds.T7).ShouldHaveSingleItem().ShouldStartWith("r1 shifts after step 0007: median ");
        Stated.Table(["r1"], steps, Step, ordered: true, decimals: 2).Holding(FindingKinds.E1).ShouldBe(["The highest value is 0.76 (r1, step 0013); the lowest value is 0.30 (r1, step 0007)."]);
    }

    [Theory]
    [InlineData(3, 0, 0, "All 3 rows fall significantly with step, by Mann-Kendall tests with Benjamini-Hochberg at five percent.")]
    [InlineData(0, 3, 0, "All 3 rows rise significantly with step, by Mann-Kendall tests with Benjamini-Hochberg at five percent.")]
    [InlineData(0, 0, 3, "None of the 3 rows shows a significant trend with step, by Mann-Kendall tests with Benjamini-Hochberg at five percent.")]
    [InlineData(2, 1, 0, "Of 3 rows, 2 fall significantly with step (r1 and r2) and 1 rises (r3), by Mann-Kendall tests with Benjamini-Hochberg at five percent.")]
    [InlineData(1, 0, 2, "Of 3 rows, 1 falls significantly with step (r1) and 2 show no significant trend (r2 and r3), by Mann-Kendall tests with Benjamini-Hochberg at five percent.")]
    [InlineData(0, 2, 1, "Of 3 rows, 2 rise significantly with step (r1 and r2) and 1 shows no significant trend (r3), by Mann-Kendall tests with Benjamini-Hochberg at five percent.")]
    [InlineData(1, 1, 1, "Of 3 rows, 1 falls significantly with step (r1), 1 rises (r2) and 1 shows no significant trend (r3), by Mann-Kendall tests with Benjamini-Hochberg at five percent.")]
    public void What_no_row_does_is_not_counted(int falls, int rises, int neither, string text)
    {
        double[][] rows = [.. Enumerable.Repeat(Slope.Reverse().ToArray(), falls), .. Enumerable.Repeat(Slope, rises), .. Enumerable.Repeat(Level, neither)];
        HeatmapTable table = Along(rows);

        table.Holding(FindingKinds.T2).ShouldBe([text]);
        table.ShouldFailOn(FindingKinds.T2, Along([.. rows.Select(static row => row == Slope ? Level : Slope)]));
    }

    private static HeatmapTable Along(params double[][] rows) =>
        Stated.Table(Stated.Names("r", rows.Length), Stated.Names("c", rows[0].Length), [.. rows.SelectMany(row => row)], ordered: true, decimals: 2);
}
