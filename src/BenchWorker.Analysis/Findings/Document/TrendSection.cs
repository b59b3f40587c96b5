namespace BenchWorker.Analysis;

/// <summary>One line for the trend of each row, or for those that change most.</summary>
internal static class TrendSection
{
    private const int MostRows = 40;

    private const int ShownOfMany = 20;

    private static readonly Template Strongest = new(FindingKinds.Document, "The {k} of {n} rows that change most:");

    /// <summary>The trends to state, in the table's order.</summary>
    public static IEnumerable<Finding> Choose(IReadOnlyList<Finding> candidates)
    {
        Finding[] trends = [.. candidates.Where(static finding => finding.Kind == FindingKinds.T1)];
        if (trends.Length <= MostRows)
            return trends;
        HashSet<Finding> strongest = new(trends.OrderByDescending(static trend => trend.Effect).Take(ShownOfMany), ReferenceEqualityComparer.Instance);
        return trends.Where(strongest.Contains);
    }

    public static IReadOnlyList<string> Lines(HeatmapTable table, IReadOnlyList<Finding> trends, int all)
    {
        IEnumerable<string> lines = trends.Select(trend => "- " + trend.Sentence.Markdown(table));
        return all > MostRows
            ? [Strongest.With(("k", SentenceBuilder.Given(trends.Count)), ("n", SentenceBuilder.Given(all))).Markdown(table) + "\n", .. lines]
            : [.. lines];
    }
}
