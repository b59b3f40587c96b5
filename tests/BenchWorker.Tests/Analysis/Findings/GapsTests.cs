using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Findings;

public sealed class GapsTests
{
    [Fact]
    public void A_block_of_missing_cells_names_its_rows_and_columns() =>
        Of(4, 5, static (row, column) => row is 1 or 2 && column > 2).Holding(FindingKinds.C3).ShouldBe(["All 4 missing cells are those of m2 and m3 in t4 and t5."]);

    [Fact]
    public void A_block_too_large_to_list_is_named_by_its_declared_group() => Of(12, 4, static (row, column) => row > 3 && column == 3, rowGroups: [.. Enumerable.Repeat("open", 4), .. Enumerable.Repeat("closed", 8)])
        .Holding(FindingKinds.C3).ShouldBe(["All 8 missing cells are those of the 8 rows closed in t4."]);

    [Fact]
    public void A_large_block_without_a_name_is_counted() =>
        Of(12, 4, static (row, column) => row > 3 && column == 3).Holding(FindingKinds.C3).ShouldBe(["All 8 missing cells are those of 8 rows in t4."]);

    [Fact]
    public void Columns_that_nobody_has_are_told_as_columns() =>
        Of(4, 5, static (_, column) => column > 2).Holding(FindingKinds.C3).ShouldBe(["All 8 missing cells are those of t4 and t5, where no row has a value."]);

    [Fact]
    public void A_staircase_names_its_first_and_its_last_step()
    {
        HeatmapTable table = Of(5, 6, static (row, column) => column > 5 - row);

        table.Holding(FindingKinds.C3).ShouldBe(["The gaps are nested, from m1 with 6 values to m5 with 2: whatever column a row has, every row with more values has it too."]);
        table.ShouldFailOn(FindingKinds.C3, Of(5, 6, static (row, column) => column > 5 - row || (row, column) == (0, 1)));
    }

    [Fact]
    public void Many_rows_on_one_step_are_counted() => Of(8, 4, static (row, column) => row > 2 && column > 1 || row == 2 && column == 3)
        .Holding(FindingKinds.C3).ShouldHaveSingleItem().ShouldStartWith("The gaps are nested, from m1 and m2 with 4 values to 5 rows with 2:");

    [Fact]
    public void Scattered_gaps_have_no_pattern() => Of(4, 4, static (row, column) => row == column).Holding(FindingKinds.C3).ShouldBeEmpty();

    private static HeatmapTable Of(int rows, int columns, Func<int, int, bool> missing, string[]? rowGroups = null) => new(
        "Scores", new HeatmapMetric("score", null, Direction.HigherIsBetter), new HeatmapAxis("model", Stated.Names("m", rows)) { Groups = rowGroups }, new HeatmapAxis("task", Stated.Names("t", columns)),
        [.. Enumerable.Range(0, rows * columns).Select(i => missing(i / columns, i % columns) ? double.NaN : i)]);
}
