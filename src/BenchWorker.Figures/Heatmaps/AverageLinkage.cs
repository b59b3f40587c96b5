namespace BenchWorker.Figures;

/// <summary>Hierarchical clustering by average linkage (UPGMA).</summary>
/// <remarks>Nearest-neighbour chain, Murtagh (1983): quadratic in time and memory. Of equal distances the lower index wins.</remarks>
internal static class AverageLinkage
{
    /// <returns>n - 1 merges by rising height; a merge comes after those it joins.</returns>
    public static IReadOnlyList<Merge> Of(PairDistances distances)
    {
        int n = distances.Count;
        double[,] between = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
                between[i, j] = distances[i, j];
        }
        return Sorted(Chain(between, n), n);
    }

    /// <summary>Merges in the order the chain finds them; sides are representatives, the lowest vector of each cluster.</summary>
    private static List<Merge> Chain(double[,] between, int n)
    {
        int[] size = [.. Enumerable.Repeat(1, n)];
        double[] height = new double[n];
        var chain = new Stack<int>();
        var found = new List<Merge>(n - 1);
        while (found.Count < n - 1)
        {
            if (chain.Count == 0)
                chain.Push(Array.FindIndex(size, static members => members > 0));
            int top = chain.Pop();
            int before = chain.Count > 0 ? chain.Peek() : -1;
            int nearest = Nearest(between, size, top, before);
            if (nearest != before)
            {
                chain.Push(top);
                chain.Push(nearest);
                continue;
            }
            chain.Pop();
            (int keep, int drop) = (Math.Min(top, before), Math.Max(top, before));
            // Rounding may put a merge a hair below one it contains; heights never fall.
            height[keep] = Math.Max(between[keep, drop], Math.Max(height[keep], height[drop]));
            found.Add(new Merge(keep, drop, height[keep]));
            Join(between, size, keep, drop);
        }
        return found;
    }

    /// <summary>The cluster nearest to one; the one it came from wins a tie, which is what ends every chain.</summary>
    private static int Nearest(double[,] between, int[] size, int from, int before)
    {
        int nearest = before;
        double least = before < 0 ? double.PositiveInfinity : between[from, before];
        for (int other = 0; other < size.Length; other++)
        {
            if (size[other] > 0 && other != from && (between[from, other] < least || nearest < 0))
                (nearest, least) = (other, between[from, other]);
        }
        return nearest;
    }

    private static void Join(double[,] between, int[] size, int keep, int drop)
    {
        double share = size[keep] / (double)(size[keep] + size[drop]);
        for (int other = 0; other < size.Length; other++)
        {
            if (size[other] > 0 && other != keep && other != drop)
                between[keep, other] = between[other, keep] = (share * between[keep, other]) + ((1 - share) * between[drop, other]);
        }
        size[keep] += size[drop];
        size[drop] = 0;
    }

    /// <summary>By height, then as found; sides become node numbers.</summary>
    private static Merge[] Sorted(List<Merge> found, int n)
    {
        int[] node = [.. Enumerable.Range(0, n)];
        var merges = new Merge[found.Count];
        int[] order = [.. Enumerable.Range(0, found.Count).OrderBy(m => found[m].Height).ThenBy(static m => m)];
        for (int m = 0; m < order.Length; m++)
        {
            Merge merge = found[order[m]];
            merges[m] = new Merge(node[merge.Left], node[merge.Right], merge.Height);
            node[merge.Left] = n + m;
        }
        return merges;
    }
}
