using BenchWorker.Analysis;
using BenchWorker.Tests.Analysis.Reference;
using Xunit;

namespace BenchWorker.Tests.Analysis.Ranking;

public sealed class DensityReferenceTests
{
    private static readonly (double X, double Y)[] Pairs =
        [.. ReferenceTable.Rows("synP_pairs.csv").Select(row => (ReferenceTable.Number(row["x"]), ReferenceTable.Number(row["y"])))];

    [Fact]
    public void Shares_and_tests_of_a_pair_agree_with_the_reference()
    {
        var reference = ReferenceCase.Find("density.shares");
        double[] d = [.. Pairs.Select(pair => pair.Y - pair.X)];
        int above = d.Count(value => value > 0);
        int below = d.Count(value => value < 0);

        PairedTest permutation = PermutationTest.Of(d, (ulong)reference.Number("perm_seed"));
        var wilcoxon = Wilcoxon.Of(d);

        reference.ShouldBe(new
        {
            n = d.Length,
            above,
            below,
            on = d.Length - above - below,
            above_share = (double)above / d.Length,
            below_share = (double)below / d.Length,
            on_share = (double)(d.Length - above - below) / d.Length,
            wilson_above = Proportion.Wilson((double)above / d.Length, d.Length)?.ToArray(),
            sign_p = SignTest.P(above, below),
            mean_diff = StableSum.Mean(d),
            perm = new { p = permutation.P, method = permutation.Exact ? "exact" : "mc", n = permutation.Count },
            wilcoxon = new { w_plus = wilcoxon.WPlus, w_minus = wilcoxon.WMinus, p = wilcoxon.P, z = wilcoxon.Z, method = wilcoxon.Z is null ? "exact" : "normal", n = wilcoxon.Count },
        });
    }

    [Theory]
    [InlineData("density.bins_by_average")]
    [InlineData("density.bins_by_x_biased")]
    public void Binned_sign_tests_agree_with_the_reference(string id)
    {
        double[] edges = [0, 0.2, 0.4, 0.6, 0.8, 1];
        Func<(double X, double Y), double> position = id.EndsWith("biased", StringComparison.Ordinal) ? pair => pair.X : pair => (pair.X + pair.Y) / 2;

        ReferenceCase.Find(id).ShouldBe(edges.SkipLast(1).Zip(edges.Skip(1), (lo, hi) => Bin(lo, hi, position)));
    }

    private static object Bin(double lo, double hi, Func<(double X, double Y), double> position)
    {
        double[] d = [.. Pairs.Where(pair => position(pair) >= lo && (position(pair) < hi || hi == 1)).Select(pair => pair.Y - pair.X)];
        int above = d.Count(value => value > 0);
        int below = d.Count(value => value < 0);
        return new { lo, hi, n = d.Length, above, below, on = d.Length - above - below, mean_diff = StableSum.Mean(d), sign_p = SignTest.P(above, below) };
    }
}
