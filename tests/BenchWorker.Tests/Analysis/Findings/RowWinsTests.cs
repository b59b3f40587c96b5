using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Findings;

public sealed class RowWinsTests
{
    private const double None = double.NaN;

    [Fact]
    public void The_row_that_is_best_most_often_is_told() =>
        Of(3, [0.9, 0.8, 0.3, 0.5, 0.6, 0.7]).Holding(FindingKinds.L1).ShouldBe(["m1 is best or tied for best in 2 of 3 columns, more than any other row."]);

    [Fact]
    public void A_column_that_one_row_alone_has_is_no_win() => Of(4, [0.9, 0.8, 0.3, None, 0.5, 0.6, 0.7, 0.1]).Holding(FindingKinds.L1).ShouldBe(
    [
        "Of the 3 columns that several rows have, m1 is best or tied for best in 2, more than any other row.",
    ]);

    [Fact]
    public void A_row_without_rivals_has_nothing_to_win() => Of(3, [0.9, 0.8, 0.3, None, None, None]).Holding(FindingKinds.L1).ShouldBeEmpty();

    [Fact]
    public void One_win_is_not_most() => Stated.Table(Stated.Names("m", 3), Stated.Names("t", 3), [0.9, 0.1, 0.2, 0.1, 0.9, 0.2, 0.1, 0.2, 0.9]).Holding(FindingKinds.L1).ShouldBeEmpty();

    [Fact]
    public void Of_a_row_at_least_as_good_everywhere_its_wins_are_not_told_too()
    {
        HeatmapTable table = Stated.Table(Stated.Names("m", 3), Stated.Names("t", 3), [0.9, 0.8, 0.7, 0.5, 0.8, 0.2, 0.1, 0.2, 0.3]);

        table.Holding(FindingKinds.D2).ShouldBe(["m1 is at least as good as every other row in every shared column, and no other row is."]);
        table.Holding(FindingKinds.L1).ShouldBeEmpty();
    }

    [Fact]
    public void Two_rows_equal_everywhere_are_told_by_their_wins() => Stated.Table(Stated.Names("m", 3), Stated.Names("t", 3), [0.9, 0.8, 0.7, 0.9, 0.8, 0.7, 0.1, 0.2, 0.3])
        .Holding(FindingKinds.L1).ShouldBe(["m1 and m2 are each best or tied for best in 3 of 3 columns, more than any other row."]);

    [Fact]
    public void A_win_that_changed_hands_is_told_apart() => Of(3, [0.9, 0.8, 0.3, 0.5, 0.6, 0.7]).ShouldFailOn(FindingKinds.L1, Of(3, [0.9, 0.5, 0.3, 0.5, 0.6, 0.7]));

    private static HeatmapTable Of(int columns, double[] values) => Stated.Table(["m1", "m2"], Stated.Names("t", columns), values);
}
