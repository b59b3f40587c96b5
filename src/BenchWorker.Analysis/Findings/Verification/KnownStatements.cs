namespace BenchWorker.Analysis;

/// <summary>Everything that the data let one say, by the heading under which it may stand.</summary>
internal sealed class KnownStatements
{
    private readonly Dictionary<string, KnownSection> byHeading = new(StringComparer.Ordinal);
    private readonly Lazy<KnownSection> all;

    public KnownStatements(IReadOnlyList<Summary> current)
    {
        Dictionary<HeatmapTable, KnownTable> tables = [];
        KnownTable Table(HeatmapTable table) => tables.TryGetValue(table, out KnownTable? known) ? known : tables[table] = new KnownTable(table);
        foreach (Summary summary in current)
        {
            KnownTable[] ranking = summary.RankingTable is { } ranked ? [Table(ranked)] : [];
            ILookup<string, KnownTable> figures = summary.Figures.ToLookup(static figure => Heading(figure.Table), figure => Table(figure.Table), StringComparer.Ordinal);
            foreach ((string heading, HashSet<string> lines) in Lines(summary.Markdown))
                Add(heading, new KnownSection([.. figures[heading], .. ranking], lines));
        }

        all = new Lazy<KnownSection>(() => byHeading.Values.Aggregate(new KnownSection([], []), static (one, other) => one.With(other)));
    }

    /// <summary>Under a heading of our own only what belongs there; elsewhere all that is known.</summary>
    public KnownSection Under(string heading) => byHeading.TryGetValue(heading, out KnownSection? section) ? section : all.Value;

    private void Add(string heading, KnownSection section) => byHeading[heading] = byHeading.TryGetValue(heading, out KnownSection? before) ? before.With(section) : section;

    private static string Heading(HeatmapTable table) => ("## " + LabelText.Markdown(table.Title)).Trim();

    private static Dictionary<string, HashSet<string>> Lines(string markdown)
    {
        Dictionary<string, HashSet<string>> lines = new(StringComparer.Ordinal);
        string heading = "";
        foreach (string line in markdown.Split('\n').Select(static line => SummaryText.WithoutListMark(line.Trim())))
        {
            heading = SummaryText.IsFigure(line) ? line : heading;
            if (!lines.TryGetValue(heading, out HashSet<string>? own))
                lines[heading] = own = new HashSet<string>(StringComparer.Ordinal);
            own.Add(line);
        }

        return lines;
    }
}

/// <param name="Lines">As the document has them now, list marks left out.</param>
internal sealed record KnownSection(IReadOnlyList<KnownTable> Tables, HashSet<string> Lines)
{
    public bool KnowsChanges => Tables.Any(static table => table.Table.Board?.Previous is not null);

    public bool Holds(string text, out FindingKind? kind)
    {
        kind = null;
        foreach (KnownTable table in Tables)
        {
            if (table.Find(text) is not { } finding)
                continue;
            kind = finding.Kind;
            if (table.Holds(finding))
                return true;
        }

        return kind is null && Lines.Contains(text);
    }

    public KnownSection With(KnownSection other) => new([.. Tables.Union(other.Tables)], [.. Lines, .. other.Lines]);
}

/// <summary>Every finding about one table, by its Markdown.</summary>
internal sealed class KnownTable(HeatmapTable table)
{
    private readonly FindingVerifier verifier = new(table);
    private readonly Lazy<Dictionary<string, Finding>> findings = new(() => FindingEngine.Find(table)
        .GroupBy(finding => finding.Sentence.Markdown(table), StringComparer.Ordinal).ToDictionary(static same => same.Key, static same => same.First(), StringComparer.Ordinal));

    public HeatmapTable Table => table;

    public Finding? Find(string text) => findings.Value.GetValueOrDefault(text);

    public bool Holds(Finding finding) => verifier.Verify(finding) == Verdict.Holds;
}
