using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Findings;

public sealed class RowCrossingsTests
{
    private static readonly double[] Level = [.. Enumerable.Repeat(0.5, 24)];

    /// <summary>Ahead of the level row in the first eleven values, behind in the rest but one.</summary>
    private static readonly double[] Falling = [.. Enumerable.Range(0, 24).Select(i => i < 11 || i == 15 ? 0.6 : 0.4)];

    [Fact]
    public void Rows_that_change_places_are_told_with_both_sides() => Along(Falling, Level).Holding(FindingKinds.T8).ShouldBe(
    [
        "Up to step c11, r1 is ahead of r2 in 11 of 11 values; from step c12 on, r2 is ahead of r1 in 12 of 13 (sign tests on both sides, Holm over the places to split, q = 0.044).",
    ]);

    [Fact]
    public void Where_lower_is_better_the_lower_row_is_ahead() => Along(Direction.LowerIsBetter, Falling, Level).Holding(FindingKinds.T8).ShouldHaveSingleItem()
        .ShouldStartWith("Up to step c11, r2 is ahead of r1 in 11 of 11 values; from step c12 on, r1 is ahead of r2 in 12 of 13");

    [Fact]
    public void A_row_ahead_throughout_crosses_nothing() => Along([.. Level.Select(value => value + 0.1)], Level).Holding(FindingKinds.T8).ShouldBeEmpty();

    [Fact]
    public void A_change_of_places_after_five_values_is_too_early_to_tell() =>
        Along([.. Enumerable.Range(0, 24).Select(i => i < 5 ? 0.6 : 0.4)], Level).Holding(FindingKinds.T8).ShouldBeEmpty();

    [Fact]
    public void Without_a_better_direction_nobody_is_ahead() => Along(Direction.Unknown, Falling, Level).Holding(FindingKinds.T8).ShouldBeEmpty();

    [Fact]
    public void A_lead_that_turned_is_told_apart()
    {
        HeatmapTable table = Along(Falling, Level);

        table.ShouldFailOn(FindingKinds.T8, Mutation.Of(table, 3, 0.4));
    }

    private static HeatmapTable Along(params double[][] rows) => Along(Direction.HigherIsBetter, rows);

    private static HeatmapTable Along(Direction direction, params double[][] rows) => Stated.Table(
        Stated.Names("r", rows.Length), Stated.Names("c", rows[0].Length), [.. rows.SelectMany(row => row)], ordered: true, direction, decimals: 2);
}
