namespace BenchWorker.Analysis;

/// <summary>Writes the summary of a heatmap: finds, tests, selects and verifies statements, and sets them in the document's sections.</summary>
public static class SummaryWriter
{
    /// <summary>Deterministic: the same table gives the same bytes on any machine.</summary>
    public static Summary Write(HeatmapTable table)
    {
        FindingVerifier verifier = new(table);
        List<Finding> dropped = [];
        Dictionary<Finding, bool> verdicts = new(ReferenceEqualityComparer.Instance);
        IReadOnlyList<Finding> candidates = FindingEngine.Find(table);
        Finding[] trends = [.. TrendSection.Choose(candidates).Where(Holds)];
        Finding[] own = [.. candidates.Where(static finding => SummarySections.HasOwnSection(finding.Kind) && finding.Score >= FindingSelection.LeastScore).Where(Holds)];
        bool ranked = own.Any(static finding => finding.Kind == FindingKinds.A1);
        IReadOnlyList<Finding> selected = FindingSelection.Select(
            [.. candidates.Where(finding => finding.Kind != FindingKinds.T1 && !SummarySections.HasOwnSection(finding.Kind) && !(ranked && RepeatsLeader(table, finding)))], Holds);
        SummarySections sections = new(table, [.. selected, .. own], trends, candidates.Count(static finding => finding.Kind == FindingKinds.T1));
        IReadOnlyList<Finding> stated = sections.Stated;
        return new Summary(sections.Markdown(), AltText.Of(table, candidates, Holds), EvidenceWriter.Write(table, stated))
        {
            Table = table,
            Findings = stated,
            Dropped = dropped,
        };

        static bool RepeatsLeader(HeatmapTable table, Finding finding) =>
            finding.Kind == FindingKinds.E2 && table.Facets.Count == 1 && table.Board?.Leaderboard.Method == RankingMethod.Mean;

        bool Holds(Finding finding)
        {
            if (!verdicts.TryGetValue(finding, out bool holds))
            {
                verdicts[finding] = holds = verifier.Verify(finding) == Verdict.Holds;
                if (!holds)
                    dropped.Add(finding);
            }

            return holds;
        }
    }
}
