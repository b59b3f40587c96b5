namespace BenchWorker.Analysis;

/// <summary>Hierarchical clustering by the mean distance between groups.</summary>
/// <remarks>Sokal and Michener (1958); the update of distances is that of Lance and Williams (1967), Computer Journal 9, 373.</remarks>
public static class AverageLinkage
{
    /// <summary>Distances equal to these decimals tie; the pair of the lowest indices merges first.</summary>
    internal const int TieDecimals = 10;

    /// <param name="distances">Symmetric, finite, zero on the diagonal.</param>
    /// <param name="cut">Groups farther apart than this stay apart.</param>
    /// <returns>For each item the lowest index in its group.</returns>
    public static int[] Cut(double[,] distances, double cut)
    {
        int n = distances.GetLength(0);
        double[,] between = (double[,])distances.Clone();
        int[] group = [.. Enumerable.Range(0, n)];
        int[] size = new int[n];
        Array.Fill(size, 1);
        while (Nearest(between, size) is { } pair && Math.Round(between[pair.A, pair.B], TieDecimals) <= cut)
        {
            (int a, int b) = pair;
            for (int other = 0; other < n; other++)
                between[a, other] = between[other, a] = ((size[a] * between[a, other]) + (size[b] * between[b, other])) / (size[a] + size[b]);
            (size[a], size[b]) = (size[a] + size[b], 0);
            for (int item = 0; item < n; item++)
                group[item] = group[item] == b ? a : group[item];
        }

        return group;
    }

    private static (int A, int B)? Nearest(double[,] between, int[] size)
    {
        (int A, int B)? nearest = null;
        double least = double.PositiveInfinity;
        for (int a = 0; a < size.Length; a++)
        {
            for (int b = a + 1; b < size.Length; b++)
            {
                double distance = Math.Round(between[a, b], TieDecimals);
                if (size[a] > 0 && size[b] > 0 && distance < least)
                    (nearest, least) = ((a, b), distance);
            }
        }

        return nearest;
    }
}
