using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Findings;

public sealed class DiscriminatingColumnTests
{
    private static readonly double[] Wide = [0.05, 0.20, 0.35, 0.50, 0.65, 0.80, 0.95];

    private static readonly double[] Narrow = [0.40, 0.42, 0.44, 0.46, 0.48, 0.50, 0.52];

    private static readonly double[] Half = [.. Wide.Select(value => value / 2)];

    private static readonly double[] Contrary = [.. Wide.Reverse()];

    [Fact]
    public void The_column_that_spreads_the_rows_in_the_order_of_the_others_is_told() => Of(Narrow, Wide, Narrow, Narrow).Holding(FindingKinds.D1).ShouldBe(
    [
        "t2 separates the rows most: standard deviation 0.324, Spearman correlation +1.00 with the mean of the other columns "
        + "(their product is the largest of all columns, and stays so in at least 80 percent of 200 resamplings of the rows).",
    ]);

    [Fact]
    public void A_wide_column_of_contrary_order_separates_nothing() =>
        Of(Half, Contrary, Half, Half, [.. Wide.Select(value => 0.95 * value)]).Holding(FindingKinds.D1).ShouldHaveSingleItem().ShouldStartWith("t5 separates");

    [Fact]
    public void Two_columns_that_separate_alike_leave_the_first_place_open() =>
        Of(Narrow, Wide, [.. Wide.Select((value, i) => value + (i % 2 == 0 ? 0.01 : -0.01))], Narrow).Holding(FindingKinds.D1).ShouldBeEmpty();

    [Fact]
    public void Three_columns_are_too_few() => Of(Narrow, Wide, Narrow).Holding(FindingKinds.D1).ShouldBeEmpty();

    [Fact]
    public void A_column_that_lost_its_spread_is_told_apart() =>
        Of(Narrow, Wide, Narrow, Narrow).ShouldFailOn(FindingKinds.D1, Of(Narrow, [0.15, .. Wide[1..]], Narrow, Narrow));

    private static HeatmapTable Of(params double[][] columns) => Stated.Table(
        Stated.Names("m", columns[0].Length), Stated.Names("t", columns.Length), [.. Enumerable.Range(0, columns[0].Length).SelectMany(row => columns.Select(column => column[row]))], decimals: 2);
}
