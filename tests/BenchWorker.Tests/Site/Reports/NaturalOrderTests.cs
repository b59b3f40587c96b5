using BenchWorker.Site;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Site.Reports;

public sealed class NaturalOrderTests
{
    [Fact]
    public void Numbers_inside_labels_sort_by_value()
    {
        string[] labels = ["L10", "L2", "b", "L1", "10", "9", "1e3", "a"];

        labels.Order(NaturalOrder.Instance).ShouldBe(["9", "10", "1e3", "L1", "L2", "L10", "a", "b"]);
    }

    [Fact]
    public void The_order_is_total()
    {
        Gen<string> label = Gen.Elements("1", "2", "1e3", "1f", "01", "001", "L1", "L01", "L1a", "9.5", "9a", "10", "", "-3", "-");

        Prop.ForAll(Arb.From(Gen.ArrayOf(label, 3)), triple =>
        {
            IComparer<string> order = NaturalOrder.Instance;
            int ab = Math.Sign(order.Compare(triple[0], triple[1]));
            int bc = Math.Sign(order.Compare(triple[1], triple[2]));
            int ac = Math.Sign(order.Compare(triple[0], triple[2]));
            return ab == -Math.Sign(order.Compare(triple[1], triple[0]))
                && (ab != bc || ab == 0 || ac == ab)
                && (ab == 0) == string.Equals(triple[0], triple[1], StringComparison.Ordinal);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
    }
}
