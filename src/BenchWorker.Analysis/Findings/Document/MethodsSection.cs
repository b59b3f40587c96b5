namespace BenchWorker.Analysis;

/// <summary>How the numbers came about, with the constants that were used; only what this document needed.</summary>
internal static class MethodsSection
{
    private static readonly (FindingKind[] Kinds, string Line)[] Tests =
    [
        ([FindingKinds.T1, FindingKinds.T2], "Trends: Mann-Kendall, exact up to 40 values; slopes are Theil-Sen."),
        ([FindingKinds.T7], "Shifts: Pettitt; told only where two levels fit better than a steady slope."),
        ([FindingKinds.O1], "Expected values of single cells: median polish of rows and columns; a modified z beyond 3.5 is far."),
        ([FindingKinds.R1], "Agreement of columns: Kendall tau-b over the rows that have both."),
        ([FindingKinds.V1, FindingKinds.V2], "Changes: paired permutation test over the columns that both publications have."),
    ];

    public static IReadOnlyList<string> Lines(HeatmapTable table, IReadOnlyList<Finding> stated)
    {
        HashSet<FindingKind> kinds = [.. stated.Select(static finding => finding.Kind)];
        List<string> lines =
        [
            "Every number here was computed from the data and then computed again by a second path; what did not come out the same is not printed. The text says what the data contain, not why.",
            "Highest, lowest, equal and counts speak of the values as shown; means and tests use the values as stored.",
        ];
        if (stated.Any(static finding => finding.Test is not null))
            lines.Add(FormattableString.Invariant($"q is a p-value corrected by Benjamini-Hochberg over all tests of its kind in this table; significant means q of at most {TestResult.Alpha * 100:0} %."));
        lines.AddRange(Tests.Where(test => test.Kinds.Any(kinds.Contains)).Select(static test => test.Line));
        if (table.RunCounts is { } runs && runs.Any(static count => count > 1))
            lines.Add($"Where several results fall into one cell, it shows {RankingWords.Of(table.Runs)}.");
        if (table.Board is { } board)
            lines.AddRange(Ranking(board));
        if (table.Seed != 0)
            lines.Add(FormattableString.Invariant($"Random draws start from {table.Seed}."));
        return [.. lines.Select(static line => "- " + line)];
    }

    private static IEnumerable<string> Ranking(RankedBoard board)
    {
        Leaderboard ranking = board.Leaderboard;
        if (ranking.Standings.Count(static standing => standing.Rank is not null) < 2)
            yield break;
        string coverage = ranking.MinCoverage > 0 ? FormattableString.Invariant($"; below {ranking.MinCoverage * 100:0.#} % of the columns there is no rank") : "";
        yield return $"Ranks are by {RankingWords.Of(ranking.Method)}; {RankingWords.Of(ranking.Missing)}{coverage}.";
        if (RankingWords.Of(ranking.Intervals) is { Length: > 0 } range)
            yield return range;
    }
}
