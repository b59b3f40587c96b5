using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>How the numbers came about, with the constants that were used; only what this document needed.</summary>
internal static class MethodsSection
{
    private static readonly Template Verified = new(FindingKinds.Document,
        "Every number here was computed from the data and then computed again by a second path; what did not come out the same is not printed. The text says what the data contain, not why.");

    private static readonly Template Rounded = new(FindingKinds.Document, "Highest, lowest, equal and counts speak of the values as shown; means and tests use the values as stored.");

    private static readonly Template Corrected = new(FindingKinds.Document,
        "q is a p-value corrected by Benjamini-Hochberg over all tests of its kind in its table; significant means q of at most {alpha} %.");

    private static readonly Template Trends = new(FindingKinds.Document, "Trends: Mann-Kendall, exact up to {exact} values; slopes are Theil-Sen.");
    private static readonly Template Shifts = new(FindingKinds.Document, "Shifts: Pettitt; told only where two levels fit better than a steady slope.");
    private static readonly Template Expected = new(FindingKinds.Document, "Expected values of single cells: median polish of rows and columns; a modified z beyond {z} is far.");
    private static readonly Template Agreement = new(FindingKinds.Document, "Agreement of two orders: Kendall tau-b over what both have.");
    private static readonly Template Changes = new(FindingKinds.Document, "Changes: paired permutation test over the columns that both publications have.");
    private static readonly Template Runs = new(FindingKinds.Document, "Where several results fall into one cell, it shows {policy}.");
    private static readonly Template Ranks = new(FindingKinds.Document, "Ranks are by {method}; {missing}{coverage}.");
    private static readonly Template Coverage = new(FindingKinds.Document, "; below {share} % of the columns there is no rank");
    private static readonly Template Seed = new(FindingKinds.Document, "Random draws start from the seed {seed}.");

    private static readonly (FindingKind[] Kinds, Sentence Line)[] Tests =
    [
        ([FindingKinds.T1, FindingKinds.T2], Trends.With(("exact", Given(KendallDistribution.MaxCount)))),
        ([FindingKinds.T7], Shifts.With()),
        ([FindingKinds.O1], Expected.With(("z", Given(OutlierCell.Threshold, 1)))),
        ([FindingKinds.R1, FindingKinds.H4], Agreement.With()),
        ([FindingKinds.V1, FindingKinds.V2], Changes.With()),
    ];

    /// <param name="figures">The tables that the document speaks of.</param>
    /// <param name="ranking">The table that carries the ranking; null for none.</param>
    /// <param name="stated">Everything that the document states.</param>
    public static IReadOnlyList<string> Lines(IReadOnlyList<HeatmapTable> figures, HeatmapTable? ranking, IReadOnlyList<Finding> stated) =>
        (ranking ?? (figures.Count > 0 ? figures[0] : null)) is { } table ? [.. Sentences(figures, table, stated).Select(sentence => "- " + sentence.Markdown(table))] : [];

    private static IEnumerable<Sentence> Sentences(IReadOnlyList<HeatmapTable> figures, HeatmapTable table, IReadOnlyList<Finding> stated)
    {
        HashSet<FindingKind> kinds = [.. stated.Select(static finding => finding.Kind)];
        yield return Verified.With();
        yield return Rounded.With();
        if (stated.Any(static finding => finding.Kind == FindingKinds.T2 || finding.Sentence.Numbers().Any(static number => number.Quantity is Quantity.Corrected or Quantity.Change { Measure: ChangeMeasure.Corrected })))
            yield return Corrected.With(("alpha", Given(TestResult.Alpha * 100)));
        foreach ((FindingKind[] of, Sentence line) in Tests)
            if (of.Any(kinds.Contains))
                yield return line;
        if (figures.FirstOrDefault(static figure => figure.RunCounts?.Any(static count => count > 1) == true) is { } repeated)
            yield return Runs.With(("policy", Label(RankingWords.Of(repeated.Runs))));
        foreach (Sentence line in table.Board is { } board ? Ranking(board) : [])
            yield return line;
        if (table.Seed != 0)
            yield return Seed.With(("seed", Label(FormattableString.Invariant($"{table.Seed}"))));
    }

    private static IEnumerable<Sentence> Ranking(RankedBoard board)
    {
        Leaderboard ranking = board.Leaderboard;
        if (ranking.Standings.Count(static standing => standing.Rank is not null) < 2)
            yield break;
        Sentence? coverage = ranking.MinCoverage > 0 ? Coverage.With(("share", Given(ranking.MinCoverage * 100, DisplayNumber.DecimalsOf([ranking.MinCoverage * 100], 1)))) : null;
        yield return Ranks.With(("method", Label(RankingWords.Of(ranking))), ("missing", Label(RankingWords.Of(ranking.Missing))), ("coverage", Clause(coverage)));
        if (RankingWords.Of(ranking.Intervals) is { } range)
            yield return range;
    }
}
