using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Findings;

public sealed class ColumnClustersTests
{
    /// <summary>Within a group 2 or 4 of 72 ordered pairs are turned, between the groups all but as many: (0.972 + 2 x 0.957) / 3 on either side.</summary>
    [Fact]
    public void Columns_that_order_the_rows_alike_are_named_together() => Two().Holding(FindingKinds.R5).ShouldBe(
    [
        "By how alike they order the rows, the columns form 2 groups: t1, t2 and t3; t4, t5 and t6 "
        + "(average linkage of one minus Kendall tau, cut at one half; mean silhouette 0.96, permutation q = 0.010).",
    ]);

    [Fact]
    public void A_column_of_its_own_order_stands_alone() => Of(Up, Up, Up, Down, Down, Down, Mixed).Holding(FindingKinds.R5)
        .ShouldHaveSingleItem().ShouldContain("form 3 groups: t1, t2 and t3; t4, t5 and t6; t7 stands alone (");

    [Fact]
    public void Columns_that_all_order_alike_have_no_groups() => Of(Up, Up, Up, Up, Up, Up).Holding(FindingKinds.R5).ShouldBeEmpty();

    [Fact]
    public void Five_columns_are_too_few() => Of(Up, Up, Up, Down, Down).Holding(FindingKinds.R5).ShouldBeEmpty();

    [Fact]
    public void Groups_that_shuffled_columns_reach_as_well_are_not_told() => ReferenceHeatmaps.Of("synF").Holding(FindingKinds.R5).ShouldBeEmpty();

    [Fact]
    public void A_changed_order_is_told_apart()
    {
        HeatmapTable table = Two();

        table.ShouldFailOn(FindingKinds.R5, Mutation.Of(table, 0, 0.95));
    }

    [Fact]
    public void Average_linkage_merges_by_the_mean_distance_of_the_members()
    {
        double[,] distances = { { 0, 1, 4, 9 }, { 1, 0, 3, 8 }, { 4, 3, 0, 5 }, { 9, 8, 5, 0 } };

        AverageLinkage.Cut(distances, 0.5).ShouldBe([0, 1, 2, 3]);
        AverageLinkage.Cut(distances, 3.4).ShouldBe([0, 0, 2, 3]);
        AverageLinkage.Cut(distances, 3.5).ShouldBe([0, 0, 0, 3]);
        AverageLinkage.Cut(distances, 7.4).ShouldBe([0, 0, 0, 0]);
    }

    /// <summary>By hand: (4 - 1) / 4 and (2 - 1) / 2 of the pair, and nothing of the item alone.</summary>
    [Fact]
    public void The_silhouette_compares_the_own_group_with_the_next()
    {
        double[,] distances = { { 0, 1, 4 }, { 1, 0, 2 }, { 4, 2, 0 } };

        Silhouette.Mean(distances, [0, 0, 2]).ShouldBe((((4 - 1) / 4.0) + ((2 - 1) / 2.0) + 0) / 3, 1e-12);
        Silhouette.Mean(distances, [0, 0, 0]).ShouldBe(double.NaN);
    }

    private static readonly double[] Up = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

    private static readonly double[] Down = [.. Up.Reverse()];

    private static readonly double[] Mixed = [0.5, 0.1, 0.9, 0.3, 0.7, 0.2, 0.8, 0.4, 0.6];

    /// <summary>Two blocks whose columns differ by one exchange each.</summary>
    private static HeatmapTable Two() => Of(Up, Exchanged(Up, 0), Exchanged(Up, 4), Down, Exchanged(Down, 2), Exchanged(Down, 6));

    private static double[] Exchanged(double[] values, int at)
    {
        double[] changed = [.. values];
        (changed[at], changed[at + 1]) = (changed[at + 1], changed[at]);
        return changed;
    }

    private static HeatmapTable Of(params double[][] columns) => Stated.Table(
        Stated.Names("m", columns[0].Length), Stated.Names("t", columns.Length), [.. Enumerable.Range(0, columns[0].Length).SelectMany(row => columns.Select(column => column[row]))], decimals: 2);
}
