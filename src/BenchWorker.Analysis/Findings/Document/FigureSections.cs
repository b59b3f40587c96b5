using System.Text;

namespace BenchWorker.Analysis;

/// <summary>What a summary says of one figure, in sections of fixed order; one without content is left out.</summary>
internal sealed class FigureSections
{
    private static readonly Template Same = new(FindingKinds.Document, "The values are those of \u201C{title}\u201D; what there is to say of them stands there.");

    private readonly IReadOnlyList<Finding> trends;
    private readonly int trendCount;
    private readonly ILookup<string, Finding> bySection;

    /// <param name="trendCount">Rows that have a trend, of which <paramref name="trends"/> may be the strongest.</param>
    public FigureSections(HeatmapTable table, IReadOnlyList<Finding> selected, IReadOnlyList<Finding> trends, int trendCount)
    {
        (Table, this.trends, this.trendCount) = (table, trends, trendCount);
        bySection = selected.ToLookup(static finding => SectionOf(finding.Kind), StringComparer.Ordinal);
        Stated = [.. bySection["Overview"], .. bySection["Axes"], .. trends, .. bySection["Key"], .. bySection["Coverage"]];
    }

    public HeatmapTable Table { get; }

    /// <summary>What there is to say of axes and scale, as Markdown.</summary>
    public IReadOnlyList<string> Axes { get; init; } = [];

    /// <summary>Title of the figure that has shown the same values and said what there is to say; null for none.</summary>
    public string? SameValuesAs { get; init; }

    /// <summary>In the document's order.</summary>
    public IReadOnlyList<Finding> Stated { get; }

    public void Write(StringBuilder text)
    {
        text.Append("## ").Append(LabelText.Markdown(Table.Title)).Append('\n');
        MarkdownSection.Write(text, "### Overview", [.. Sentences("Overview"), .. SameValuesAs is { } other ? [Same.With(("title", SentenceBuilder.Label(other))).Markdown(Table)] : Array.Empty<string>()]);
        if (SameValuesAs is not null)
            return;
        MarkdownSection.Write(text, "### Axes and scale", [.. Axes, .. Sentences("Axes")]);
        MarkdownSection.Write(text, "### Data", [DataSection.Of(Table)]);
        MarkdownSection.Write(text, "### Trend per row", TrendSection.Lines(Table, trends, trendCount));
        MarkdownSection.Write(text, "### Key observations", [.. Sentences("Key").Select(static (sentence, i) => FormattableString.Invariant($"{i + 1}. {sentence}"))]);
        MarkdownSection.Write(text, "### Data coverage", [.. bySection["Coverage"].OrderBy(static finding => finding.Kind.Id, StringComparer.Ordinal).Select(finding => finding.Sentence.Markdown(Table))]);
    }

    private static string SectionOf(FindingKind kind) =>
        kind == FindingKinds.C1 ? "Overview" : kind == FindingKinds.F2 ? "Axes" : kind == FindingKinds.C2 || kind == FindingKinds.C3 ? "Coverage" : "Key";

    private IEnumerable<string> Sentences(string section) => bySection[section].Select(finding => finding.Sentence.Markdown(Table));
}
