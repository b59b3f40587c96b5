using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Findings;

public sealed class RedundancyTests
{
    [Fact]
    public void Constant_columns_are_told_in_one_sentence_and_not_as_identical_too()
    {
        HeatmapTable table = Of(static (row, column) => column < 2 ? 0.5 : 0.1 * row);

        table.Holding(FindingKinds.R3).ShouldBe(["In each of t1 and t2 every value is the same, so these columns order nothing."]);
        table.Holding(FindingKinds.R2).ShouldBeEmpty();
        table.ShouldFailOn(FindingKinds.R3, Of(static (row, column) => column < 2 ? (row, column) == (3, 1) ? 0.4 : 0.5 : 0.1 * row));
    }

    [Fact]
    public void More_constant_columns_than_one_can_name_are_counted() => Of(static (row, column) => column < 7 ? 0.5 : 0.1 * row, columns: 8)
        .Holding(FindingKinds.R3).ShouldBe(["In each of 7 of 8 columns every value is the same, so these columns order nothing."]);

    [Fact]
    public void A_column_that_differs_beyond_the_digits_shown_still_orders() =>
        Of(static (row, column) => column == 0 ? 0.5 + (0.001 * row) : 0.1 * row).Holding(FindingKinds.R3).ShouldBeEmpty();

    [Fact]
    public void Columns_that_vary_alike_are_identical() =>
        Of(static (row, column) => column < 2 ? 0.1 * row : 0.9 - (0.05 * row)).Holding(FindingKinds.R2).ShouldBe(["Columns t1 and t2 are identical in all 5 shared cells."]);

    private static HeatmapTable Of(Func<int, int, double> value, int columns = 3) => Stated.Table(
        Stated.Names("m", 5), Stated.Names("t", columns), [.. Enumerable.Range(0, 5 * columns).Select(i => value(i / columns, i % columns))], decimals: 2);
}
