using BenchWorker.Figures;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Figures;

public sealed class DendrogramTests
{
    [Fact]
    public void Average_linkage_joins_at_the_mean_distance_of_the_members()
    {
        // By hand: |0-1| = 1, |5-7| = 2, then the mean of 5, 7, 4, 6 = 5.5.
        Dendrogram tree = Dendrogram.Of([[0], [5], [1], [7]]);

        double unit = tree.Merges[0].Height;
        tree.Merges.Select(merge => merge.Height / unit).ShouldBe([1, 2, 5.5], 1e-12);
    }

    [Fact]
    public void No_other_turn_of_the_branches_puts_neighbours_closer()
    {
        for (int seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            double[][] vectors = [.. Enumerable.Range(0, 7).Select(_ => new[] { random.NextDouble(), random.NextDouble() })];
            Dendrogram tree = Dendrogram.Of(vectors);
            PairDistances distances = PairDistances.Of(vectors);
            double Cost(IReadOnlyList<int> leaves) => leaves.Zip(leaves.Skip(1), (a, b) => distances[a, b]).Sum();

            double best = Enumerable.Range(0, 1 << tree.Merges.Count).Min(turns => Cost(Turned(tree, turns)));

            Cost(tree.Leaves).ShouldBe(best, 1e-5);
        }
    }

    [Fact]
    public void A_chain_of_two_thousand_labels_is_ordered_without_recursion()
    {
        Dendrogram tree = Dendrogram.Of([.. Enumerable.Range(0, 2000).Select(static i => new[] { Math.Sqrt(i) })]);

        tree.Leaves.Order().ShouldBe(Enumerable.Range(0, 2000));
        Should.Throw<ArgumentException>(() => Dendrogram.Of([.. Enumerable.Range(0, 2001).Select(static i => new double[] { i })])).Message.ShouldContain("2000");
    }

    private static List<int> Turned(Dendrogram tree, int turns)
    {
        int n = tree.Leaves.Count;
        var leaves = new List<int>[n + tree.Merges.Count];
        for (int i = 0; i < n; i++)
            leaves[i] = [i];
        for (int m = 0; m < tree.Merges.Count; m++)
        {
            (List<int> left, List<int> right) = (leaves[tree.Merges[m].Left], leaves[tree.Merges[m].Right]);
            leaves[n + m] = (turns >> m & 1) == 0 ? [.. left, .. right] : [.. right, .. left];
        }
        return leaves[^1];
    }
}
