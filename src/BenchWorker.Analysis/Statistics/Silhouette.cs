namespace BenchWorker.Analysis;

/// <summary>How much nearer items are to their own group than to the next: (b - a) / max(a, b), 0 for an item alone.</summary>
/// <remarks>Rousseeuw (1987), J. Comput. Appl. Math. 20, 53.</remarks>
public static class Silhouette
{
    /// <param name="group">For each item the name of its group.</param>
    /// <returns>The mean over all items, in [-1, 1]; NaN for fewer than two groups.</returns>
    public static double Mean(double[,] distances, ReadOnlySpan<int> group)
    {
        int[] groups = [.. group];
        int[] names = [.. groups.Distinct()];
        if (names.Length < 2)
            return double.NaN;
        double sum = 0;
        for (int item = 0; item < groups.Length; item++)
        {
            double own = MeanDistance(distances, groups, item, groups[item]);
            if (double.IsNaN(own))
                continue;
            double next = names.Where(name => name != groups[item]).Min(name => MeanDistance(distances, groups, item, name));
            double larger = Math.Max(own, next);
            sum += larger == 0 ? 0 : (next - own) / larger;
        }

        return sum / groups.Length;
    }

    /// <summary>To the members of a group other than the item itself; NaN where there are none.</summary>
    private static double MeanDistance(double[,] distances, int[] groups, int item, int name)
    {
        (double sum, int count) = (0, 0);
        for (int other = 0; other < groups.Length; other++)
            if (other != item && groups[other] == name)
                (sum, count) = (sum + distances[item, other], count + 1);
        return count == 0 ? double.NaN : sum / count;
    }
}
