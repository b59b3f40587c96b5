using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Findings;

public sealed class CoverageTests
{
    [Fact]
    public void Many_rows_are_summarised_and_what_there_is_none_of_is_not_counted() => Of(static (row, column) => column > row % 3).Holding(FindingKinds.C2).ShouldBe(
    [
        "Rows have between 1 and 3 of 5 values (median 2); none of the 24 rows is complete.",
    ]);

    [Fact]
    public void Complete_and_empty_rows_are_counted() => Of(static (row, column) => row < 2 || (row > 20 && column == 4)).Holding(FindingKinds.C2).ShouldBe(
    [
        "Rows have between 0 and 5 of 5 values (median 5); 19 of 24 rows are complete, 2 are empty.",
    ]);

    [Fact]
    public void A_row_that_lost_its_last_value_is_told_apart() =>
        Of(static (row, column) => column > row % 3).ShouldFailOn(FindingKinds.C2, Of(static (row, column) => column > row % 3 || row == 0));

    private static HeatmapTable Of(Func<int, int, bool> missing) => Stated.Table(
        Stated.Names("m", 24), Stated.Names("t", 5), [.. Enumerable.Range(0, 120).Select(i => missing(i / 5, i % 5) ? double.NaN : 0.01 * (i % 50))]);
}
