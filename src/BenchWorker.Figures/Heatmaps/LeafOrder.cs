namespace BenchWorker.Figures;

/// <summary>Turns the branches of a tree so that the sum of distances between neighbouring leaves is the least possible.</summary>
/// <remarks>Bar-Joseph, Gifford and Jaakkola (2001), "Fast optimal leaf ordering for hierarchical clustering". Walks the merges, never recurses.</remarks>
internal static class LeafOrder
{
    /// <summary>The optimum costs the square of the leaves in memory and up to their cube in time; larger trees keep the order of their merges.</summary>
    public const int MostForOptimum = 1000;

    /// <param name="merges">From the closest pair to the root.</param>
    public static IReadOnlyList<int> Optimal(IReadOnlyList<Merge> merges, PairDistances distances)
    {
        int n = distances.Count;
        int[][] leaves = LeavesOf(merges, n);
        if (n > MostForOptimum)
            return leaves[^1];
        // cost[u, v]: least sum within the subtree where u and v first meet, with u at one end and v at the other.
        float[,] cost = new float[n, n];
        for (int m = 0; m < merges.Count; m++)
            Combine(merges, m, n, leaves, distances, cost);
        return Trace(merges, n, leaves, distances, cost);
    }

    private static int[][] LeavesOf(IReadOnlyList<Merge> merges, int n)
    {
        int[][] leaves = new int[n + merges.Count][];
        for (int i = 0; i < n; i++)
            leaves[i] = [i];
        for (int m = 0; m < merges.Count; m++)
            leaves[n + m] = [.. leaves[merges[m].Left], .. leaves[merges[m].Right]];
        return leaves;
    }

    private static void Combine(IReadOnlyList<Merge> merges, int m, int n, int[][] leaves, PairDistances distances, float[,] cost)
    {
        (int left, int right) = (merges[m].Left, merges[m].Right);
        float[] nearest = new float[n];
        int[][] entries = [.. leaves[right].Select(v => Opposite(merges, n, right, v, leaves))];
        foreach (int u in leaves[left])
        {
            // Best way from u through the left subtree to each first leaf of the right one.
            int[] exits = Opposite(merges, n, left, u, leaves);
            foreach (int k in leaves[right])
                nearest[k] = Least(exits, u, k, distances, cost);
            for (int i = 0; i < entries.Length; i++)
            {
                int v = leaves[right][i];
                float least = float.PositiveInfinity;
                foreach (int k in entries[i])
                    least = Math.Min(least, nearest[k] + cost[k, v]);
                cost[u, v] = cost[v, u] = least;
            }
        }
    }

    private static float Least(int[] exits, int u, int k, PairDistances distances, float[,] cost)
    {
        float least = float.PositiveInfinity;
        foreach (int exit in exits)
            least = Math.Min(least, cost[u, exit] + (float)distances[exit, k]);
        return least;
    }

    /// <summary>Leaves that can stand at the far end of a subtree when <paramref name="leaf"/> stands at the near one.</summary>
    private static int[] Opposite(IReadOnlyList<Merge> merges, int n, int node, int leaf, int[][] leaves)
    {
        if (node < n)
            return leaves[node];
        Merge merge = merges[node - n];
        return Array.IndexOf(leaves[merge.Left], leaf) >= 0 ? leaves[merge.Right] : leaves[merge.Left];
    }

    private static int[] Trace(IReadOnlyList<Merge> merges, int n, int[][] leaves, PairDistances distances, float[,] cost)
    {
        Merge root = merges[^1];
        (int first, int last, float least) = (leaves[root.Left][0], leaves[root.Right][0], float.PositiveInfinity);
        foreach (int u in leaves[root.Left])
        {
            foreach (int v in leaves[root.Right])
            {
                if (cost[u, v] < least)
                    (first, last, least) = (u, v, cost[u, v]);
            }
        }
        int[] order = new int[n];
        var open = new Stack<(int Node, int First, int Last, int At)>();
        open.Push((n + merges.Count - 1, first, last, 0));
        while (open.TryPop(out (int Node, int First, int Last, int At) part))
        {
            if (part.Node < n)
            {
                order[part.At] = part.Node;
                continue;
            }
            Merge merge = merges[part.Node - n];
            (int near, int far) = Array.IndexOf(leaves[merge.Left], part.First) >= 0 ? (merge.Left, merge.Right) : (merge.Right, merge.Left);
            (int exit, int entry) = Meeting(merges, n, leaves, distances, cost, (near, part.First), (far, part.Last));
            open.Push((near, part.First, exit, part.At));
            open.Push((far, entry, part.Last, part.At + leaves[near].Length));
        }
        return order;
    }

    /// <summary>The two leaves at which the halves of a subtree meet when its ends are given.</summary>
    private static (int Exit, int Entry) Meeting(
        IReadOnlyList<Merge> merges, int n, int[][] leaves, PairDistances distances, float[,] cost, (int Node, int Leaf) near, (int Node, int Leaf) far)
    {
        (int exit, int entry, float least) = (near.Leaf, far.Leaf, float.PositiveInfinity);
        int[] entries = Opposite(merges, n, far.Node, far.Leaf, leaves);
        foreach (int m in Opposite(merges, n, near.Node, near.Leaf, leaves))
        {
            foreach (int k in entries)
            {
                float total = cost[near.Leaf, m] + (float)distances[m, k] + cost[k, far.Leaf];
                if (total < least)
                    (exit, entry, least) = (m, k, total);
            }
        }
        return (exit, entry);
    }
}
