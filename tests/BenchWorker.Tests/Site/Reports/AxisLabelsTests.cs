using BenchWorker.Site;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Site.Reports;

public sealed class AxisLabelsTests
{
    [Fact]
    public void Declared_labels_come_first_and_the_others_in_natural_order()
    {
        AxisLabels axis = AxisLabels.Arrange(["t10", "t2", "z", "a"], ["z"]);

        axis.Labels.ShouldBe(["z", "a", "t2", "t10"]);
        axis.Groups.Select(group => group.Count).ShouldBe([4]);
    }

    [Fact]
    public void A_pair_prefix_puts_each_row_below_its_counterpart()
    {
        AxisLabels axis = AxisLabels.Arrange(["neg_facts", "cities", "facts", "neg_cities", "alone"], ["facts", "cities"], new GroupDeclaration(Pairs: "neg_*"));

        axis.Labels.ShouldBe(["facts", "neg_facts", "cities", "neg_cities", "alone"]);
        axis.Groups.Select(group => group.Count).ShouldBe([2, 2, 1]);
    }

    [Fact]
    public void A_declared_label_that_has_no_rows_leaves_no_gap()
    {
        AxisLabels.Arrange(["a"], ["b", "a"]).Labels.ShouldBe(["a"]);
    }
}
