namespace BenchWorker.Figures;

/// <summary>A binary tree over vectors that lie near each other, its leaves in an order in which neighbours are alike.</summary>
/// <param name="Leaves">Indices of the vectors in drawing order.</param>
/// <param name="Merges">From the closest pair to the root; nodes 0 to n - 1 are the vectors, n + m is merge m.</param>
internal sealed record Dendrogram(IReadOnlyList<int> Leaves, IReadOnlyList<Merge> Merges)
{
    /// <summary>More labels than this are not clustered: cost grows with the square and more.</summary>
    public const int MostLeaves = 2000;

    /// <exception cref="ArgumentException">More than <see cref="MostLeaves"/> vectors.</exception>
    public static Dendrogram Of(IReadOnlyList<double[]> vectors)
    {
        if (vectors.Count > MostLeaves)
            throw new ArgumentException(FormattableString.Invariant($"{vectors.Count} labels cannot be clustered, at most {MostLeaves}; order them by mean or as given."), nameof(vectors));
        if (vectors.Count < 2)
            return new Dendrogram([.. Enumerable.Range(0, vectors.Count)], []);
        PairDistances distances = PairDistances.Of(vectors);
        IReadOnlyList<Merge> merges = AverageLinkage.Of(distances);
        return new Dendrogram(LeafOrder.Optimal(merges, distances), merges);
    }
}

/// <summary>Two nodes joined at a distance.</summary>
/// <param name="Height">In units of the largest size among the values; only ratios mean something.</param>
internal readonly record struct Merge(int Left, int Right, double Height);
