using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Findings;

public sealed class GroupDifferencesTests
{
    private static readonly string[] Groups = [.. Enumerable.Repeat("maths", 6), .. Enumerable.Repeat("law", 6)];

    private static readonly double[] High = [0.80, 0.82, 0.84, 0.86, 0.88, 0.90];

    private static readonly double[] Low = [0.30, 0.32, 0.34, 0.36, 0.38, 0.40];

    /// <summary>Of the 924 ways to divide the columns 12 have medians as far apart: 0.013, here from 999 draws.</summary>
    [Fact]
    public void Groups_of_columns_on_two_levels_are_told_with_both_medians() => Columns([.. High, .. Low]).Holding(FindingKinds.G2).ShouldBe(
    [
        "The median of the column means is 0.850 over the 6 columns of maths and 0.350 over the 6 columns of law (permutation of the groups, q = 0.012).",
    ]);

    [Fact]
    public void Groups_of_rows_are_told_as_rows() => Rows([.. High, .. Low]).Holding(FindingKinds.G2).ShouldHaveSingleItem()
        .ShouldStartWith("The median of the row means is 0.850 over the 6 rows of maths and 0.350 over the 6 rows of law");

    [Fact]
    public void Groups_that_chance_could_have_made_are_not_told() =>
        Columns([.. High[..3], .. Low[..3], .. High[3..], .. Low[3..]]).Holding(FindingKinds.G2).ShouldBeEmpty();

    [Fact]
    public void A_group_of_four_is_too_small() =>
        Columns([.. High, .. Low], [.. Enumerable.Repeat("maths", 6), .. Enumerable.Repeat("law", 4), "", ""]).Holding(FindingKinds.G2).ShouldBeEmpty();

    [Fact]
    public void A_gap_leaves_column_means_without_a_common_base() => Columns([double.NaN, .. High[1..], .. Low]).Holding(FindingKinds.G2).ShouldBeEmpty();

    [Fact]
    public void A_median_that_moved_is_told_apart() => Columns([.. High, .. Low]).ShouldFailOn(FindingKinds.G2, Columns([.. High[..3], 0.88, .. High[4..], .. Low]));

    [Fact]
    public void A_test_of_three_pairs_of_groups_is_corrected_over_all_three()
    {
        double[] Level(double start) => [.. Enumerable.Range(0, 8).Select(i => start + (0.01 * i))];
        HeatmapTable table = Columns([.. Level(0.8), .. Level(0.3), .. Level(0.3)], [.. Enumerable.Repeat("a", 8), .. Enumerable.Repeat("b", 8), .. Enumerable.Repeat("c", 8)]);

        table.Holding(FindingKinds.G2).Length.ShouldBe(2);
        FindingEngine.Find(table).Where(finding => finding.Kind == FindingKinds.G2).ShouldAllBe(finding => finding.Test!.Value.Q > finding.Test.Value.P);
    }

    private static HeatmapTable Columns(double[] columns, string[]? groups = null) => Of(
        new HeatmapAxis("model", ["a", "b"]), new HeatmapAxis("task", Stated.Names("t", columns.Length)) { Groups = groups ?? Groups },
        [.. columns.Select(value => value - 0.01), .. columns.Select(value => value + 0.01)]);

    private static HeatmapTable Rows(double[] rows) => Of(
        new HeatmapAxis("task", Stated.Names("t", rows.Length)) { Groups = Groups }, new HeatmapAxis("prompt", ["p", "q"]), [.. rows.SelectMany(value => new[] { value - 0.01, value + 0.01 })]);

    private static HeatmapTable Of(HeatmapAxis rows, HeatmapAxis columns, double[] values) =>
        new("Scores", new HeatmapMetric("score", null, Direction.HigherIsBetter) { Lower = 0, Upper = 1 }, rows, columns, values, decimals: 2) { Seed = 7 };
}
