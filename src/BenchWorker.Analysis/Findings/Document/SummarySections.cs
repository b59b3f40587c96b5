using System.Text;

namespace BenchWorker.Analysis;

/// <summary>The document's sections in their fixed order; one without content is left out.</summary>
internal sealed class SummarySections
{
    private static readonly HashSet<FindingKind> Overview = [FindingKinds.C1];
    private static readonly HashSet<FindingKind> Axes = [FindingKinds.F2];
    private static readonly HashSet<FindingKind> CoverageKinds = [FindingKinds.C2, FindingKinds.C3];
    private static readonly HashSet<FindingKind> Board = [FindingKinds.A1, FindingKinds.A2, FindingKinds.A3, FindingKinds.A4, FindingKinds.A5, FindingKinds.P1];
    public static readonly IReadOnlySet<FindingKind> OfChanges = new HashSet<FindingKind> { FindingKinds.V1, FindingKinds.V2, FindingKinds.V3, FindingKinds.V4, FindingKinds.V5 };

    private readonly HeatmapTable table;
    private readonly IReadOnlyList<Finding> trends;
    private readonly int trendCount;
    private readonly ILookup<string, Finding> bySection;

    public SummarySections(HeatmapTable table, IReadOnlyList<Finding> selected, IReadOnlyList<Finding> trends, int trendCount)
    {
        (this.table, this.trends, this.trendCount) = (table, trends, trendCount);
        bySection = selected.ToLookup(static finding => SectionOf(finding.Kind), StringComparer.Ordinal);
        Stated = [.. bySection["Overview"], .. bySection["Axes"], .. trends, .. bySection["Key"], .. bySection["Coverage"], .. bySection["Board"], .. bySection["Changes"]];
    }

    /// <summary>Every finding of the document, in its order.</summary>
    public IReadOnlyList<Finding> Stated { get; }

    public string Markdown()
    {
        StringBuilder text = new();
        text.Append("## ").Append(LabelText.Markdown(table.Title)).Append('\n');
        Section(text, "Overview", [.. Sentences("Overview")]);
        Section(text, "Axes and scale", [.. AxesSection.Lines(table), .. Sentences("Axes")]);
        Section(text, "Data", [DataSection.Of(table)]);
        Section(text, "Trend per row", TrendSection.Lines(table, trends, trendCount));
        Section(text, "Key observations", [.. Sentences("Key").Select(static (sentence, i) => FormattableString.Invariant($"{i + 1}. {sentence}"))]);
        string[] coverage = [.. Sentences("Coverage")];
        Section(text, "Data coverage", coverage.Length > 0 ? coverage : [AxesSection.Complete(table)]);
        Section(text, "Leaderboard", [.. LeaderboardSection.Lines(table), .. Sentences("Board")]);
        Section(text, "What changed since the last publication", [.. Sentences("Changes").Select(static sentence => "- " + sentence)]);
        Section(text, "How to read this", MethodsSection.Lines(table, Stated));
        return text.ToString();
    }

    /// <summary>Kinds that do not compete for a place among the key observations.</summary>
    public static bool HasOwnSection(FindingKind kind) => Board.Contains(kind) || OfChanges.Contains(kind);

    private static string SectionOf(FindingKind kind) =>
        Overview.Contains(kind) ? "Overview" : Axes.Contains(kind) ? "Axes" : CoverageKinds.Contains(kind) ? "Coverage"
        : Board.Contains(kind) ? "Board" : OfChanges.Contains(kind) ? "Changes" : "Key";

    private IEnumerable<string> Sentences(string section) => bySection[section].Select(finding => finding.Sentence.Markdown(table));

    private static void Section(StringBuilder text, string heading, IReadOnlyList<string> lines)
    {
        if (lines.All(string.IsNullOrEmpty))
            return;
        text.Append("\n### ").Append(heading).Append('\n');
        foreach (string line in lines.Where(static line => line.Length > 0))
            text.Append(line).Append('\n');
    }
}
