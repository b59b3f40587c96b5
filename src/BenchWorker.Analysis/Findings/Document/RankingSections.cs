using System.Text;

namespace BenchWorker.Analysis;

/// <summary>What a summary says of the board's ranking and of its changes, once for all figures.</summary>
internal sealed class RankingSections
{
    private static readonly HashSet<FindingKind> OfOrder = [FindingKinds.A1, FindingKinds.A2, FindingKinds.A3, FindingKinds.A4, FindingKinds.A5, FindingKinds.P1];

    private readonly ILookup<bool, Finding> byChange;

    public RankingSections(HeatmapTable table, IReadOnlyList<Finding> findings)
    {
        Table = table;
        byChange = findings.ToLookup(static finding => OfChanges.Contains(finding.Kind));
        Stated = [.. byChange[false], .. byChange[true]];
    }

    /// <summary>What only the publication before can confirm or refute.</summary>
    public static IReadOnlySet<FindingKind> OfChanges { get; } =
        new HashSet<FindingKind> { FindingKinds.V1, FindingKinds.V2, FindingKinds.V3, FindingKinds.V4, FindingKinds.V5 };

    public HeatmapTable Table { get; }

    /// <summary>In the document's order.</summary>
    public IReadOnlyList<Finding> Stated { get; }

    /// <summary>Kinds that do not compete for a place among the key observations.</summary>
    public static bool Has(FindingKind kind) => OfOrder.Contains(kind) || OfChanges.Contains(kind);

    /// <param name="level">The marks of a heading: "##" or "###".</param>
    public void Write(StringBuilder text, string level)
    {
        MarkdownSection.Write(text, level + " Leaderboard", [.. LeaderboardSection.Lines(Table), .. byChange[false].Select(finding => finding.Sentence.Markdown(Table))]);
        MarkdownSection.Write(text, level + " What changed since the last publication", [.. byChange[true].Select(finding => "- " + finding.Sentence.Markdown(Table))]);
    }
}
