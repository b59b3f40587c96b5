namespace BenchWorker.Analysis;

/// <summary>Labels that are another label with an affix: "neg_cities" beside "cities", "pythia-1b-deduped" beside "pythia-1b".</summary>
internal sealed class NamePairs
{
    private const int MinPairs = 3;

    private readonly List<(string Affix, List<(int With, int Without)> Pairs)> groups = [];

    /// <summary>Affixes as patterns ("neg_*") with the pairs of indices they join, in the labels' order.</summary>
    public IReadOnlyList<(string Affix, List<(int With, int Without)> Pairs)> Groups => groups;

    public static NamePairs Of(IReadOnlyList<string> labels)
    {
        NamePairs pairs = new();
        Dictionary<string, int> index = labels.Select(static (label, i) => (label, i)).ToDictionary(StringComparer.Ordinal);
        SortedDictionary<string, List<(int, int)>> found = new(StringComparer.Ordinal);
        for (int i = 0; i < labels.Count; i++)
        {
            string label = labels[i];
            for (int cut = 1; cut < label.Length; cut++)
            {
                if (index.TryGetValue(label[cut..], out int stem))
                    Add(found, label[..cut] + "*", i, stem);
                if (index.TryGetValue(label[..cut], out stem))
                    Add(found, "*" + label[cut..], i, stem);
            }
        }

        pairs.groups.AddRange(found.Where(static group => group.Value.Count >= MinPairs).Select(static group => (group.Key, group.Value)));
        return pairs;
    }

    /// <summary>The affix whose rows are exactly these; null where there is none.</summary>
    public string? AffixOf(IReadOnlyCollection<int> indices)
    {
        foreach ((string affix, List<(int With, int Without)> pairs) in groups)
            if (pairs.Count == indices.Count && pairs.All(pair => indices.Contains(pair.With)))
                return affix;
        return null;
    }

    private static void Add(SortedDictionary<string, List<(int, int)>> found, string affix, int with, int without)
    {
        if (!found.TryGetValue(affix, out List<(int, int)>? pairs))
            found[affix] = pairs = [];
        pairs.Add((with, without));
    }
}
