namespace BenchWorker.Analysis;

/// <summary>What can be said of one table; only what the second code path confirms gets out.</summary>
internal sealed class TableStatements(HeatmapTable table, FindingSource source)
{
    private readonly FindingVerifier verifier = new(table);
    private readonly Dictionary<Finding, bool> verdicts = new(ReferenceEqualityComparer.Instance);
    private readonly List<Statement> dropped = [];

    public HeatmapTable Table => table;

    public IReadOnlyList<Finding> Candidates { get; } = source(table);

    public IReadOnlyList<Statement> Dropped => dropped;

    /// <summary>Each finding is verified once, when it is first asked for.</summary>
    public bool Holds(Finding finding)
    {
        if (verdicts.TryGetValue(finding, out bool holds))
            return holds;
        verdicts[finding] = holds = verifier.Verify(finding) == Verdict.Holds;
        if (!holds)
            dropped.Add(new Statement(table, finding));
        return holds;
    }

    public IEnumerable<Finding> OfRanking() =>
        Candidates.Where(static finding => RankingSections.Has(finding.Kind) && finding.Score >= FindingSelection.LeastScore).Where(Holds);

    /// <param name="ranking">The ranking whose leader the document names elsewhere; null for none.</param>
    /// <param name="said">What stands in the document already, which this adds to: nothing is said twice.</param>
    public FigureSections Sections(RankedBoard? ranking, DocumentText said)
    {
        if (said.FigureWithSameValues(table) is { } other)
            return new FigureSections(table, [.. Candidates.Where(static finding => finding.Kind == FindingKinds.C1).Where(Holds)], [], 0) { SameValuesAs = other };
        Finding[] trends = [.. TrendSection.Choose(Candidates).Where(Holds)];
        HashSet<string> inTrends = [.. trends.SelectMany(static trend => trend.Subjects)];
        IReadOnlyList<Finding> selected = FindingSelection.Select(
        [
            .. Candidates.Where(finding => finding.Kind != FindingKinds.T1 && !RankingSections.Has(finding.Kind) && !RepeatsLeader(finding.Kind, ranking)
                && !(finding.Kind == FindingKinds.T6 && inTrends.Overlaps(finding.Subjects))),
        ],
            finding => !said.Has(finding.Sentence.Markdown(table)) && Holds(finding));
        return said.Add(new FigureSections(table, selected, trends, Candidates.Count(static finding => finding.Kind == FindingKinds.T1)) { Axes = [.. AxesSection.Lines(table).Where(line => !said.Has(line))] });
    }

    /// <summary>The rows, or the columns, are those that are ranked, and their mean is what ranks them.</summary>
    private bool RepeatsLeader(FindingKind kind, RankedBoard? ranking) =>
        ranking?.Leaderboard.Method == RankingMethod.Mean && table.Facets.Count == 1
        && (kind == FindingKinds.E2 ? table.Rows.Name == ranking.Entity : kind == FindingKinds.E4 && table.Columns.Name == ranking.Entity);
}
