using System.Globalization;
using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>Which missing cells to measure next.</summary>
internal static class NextRuns
{
    private const int Listed = 20;

    /// <summary>Only so many entities are weighed, the widest spans of ranks first: on sparse boards nearly every cell is missing.</summary>
    private const int Weighed = 60;

    /// <summary>First the cells of entities that need fewest to be ranked at all; then by how much a cell could narrow spans of ranks.</summary>
    /// <remarks>A difference of two entities over n common columns has a standard error that falls by 1 - sqrt(n / (n + 1)) with one more.
    /// A cell counts that for every entity its own is not told apart from and that has a value in the column. Cells that do not apply are
    /// never asked for.</remarks>
    public static IReadOnlyList<NextRun> Of(BoardReport report)
    {
        if (report.Leaderboards.Count == 0)
            return [];
        Leaderboard first = report.Leaderboards[0];
        Dictionary<string, int> rows = report.Table.Entities.Select(static (name, index) => (name, index)).ToDictionary(static p => p.name, static p => p.index, StringComparer.Ordinal);
        Standing[] incomplete = [.. first.Standings.Where(standing => standing.Present < standing.Columns && rows.ContainsKey(standing.Entity))];
        IEnumerable<NextRun> unranked = incomplete
            .Where(static standing => standing.Rank is null)
            .OrderBy(standing => Needed(standing, first.MinCoverage)).ThenBy(static standing => standing.Entity, StringComparer.Ordinal)
            .Take(Listed / 2)
            .SelectMany(standing => Missing(report.Table, rows[standing.Entity]).Take(Math.Max(1, Needed(standing, first.MinCoverage))).Select(column => new NextRun(standing.Entity, report.Table.Columns[column].Name, Reason(standing, first.MinCoverage))));
        IEnumerable<NextRun> ranked = incomplete
            .Where(static standing => standing is { Rank: not null, Interval: { } span } && span.Worst > span.Best)
            .OrderByDescending(static standing => standing.Interval is { } span ? span.Worst - span.Best : 0).ThenBy(static standing => standing.Rank)
            .Take(Weighed)
            .SelectMany(standing => Weigh(report.Table, first, rows, standing))
            .OrderByDescending(static cell => cell.Gain).ThenBy(static cell => cell.Run.Entity, StringComparer.Ordinal).ThenBy(static cell => cell.Run.Column, StringComparer.Ordinal)
            .Select(static cell => cell.Run);
        return [.. unranked.Take(Listed / 2).Concat(ranked).Take(Listed)];
    }

    private static IEnumerable<(double Gain, NextRun Run)> Weigh(ScoreTable table, Leaderboard board, Dictionary<string, int> rows, Standing standing)
    {
        int row = rows[standing.Entity];
        int[] rivals = [.. board.Standings.Where(other => other != standing && other.Rank >= standing.Interval?.Best && other.Rank <= standing.Interval?.Worst && rows.ContainsKey(other.Entity)).Select(other => rows[other.Entity])];
        double[] narrowing = [.. rivals.Select(rival => Narrowing(Enumerable.Range(0, table.Columns.Count).Count(j => table[row, j].HasValue && table[rival, j].HasValue)))];
        foreach (int column in Missing(table, row))
        {
            double gain = 0;
            for (int k = 0; k < rivals.Length; k++)
                gain += table[rivals[k], column].HasValue ? narrowing[k] : 0;
            yield return (gain, new NextRun(standing.Entity, table.Columns[column].Name, Reason(standing, board.MinCoverage)));
        }
    }

    private static double Narrowing(int common) => 1 - Math.Sqrt(common / (common + 1.0));

    private static IEnumerable<int> Missing(ScoreTable table, int row) => Enumerable.Range(0, table.Columns.Count)
        .Where(column => table.Columns[column].Counts && table[row, column].Missing is { } missing && missing != MissingReason.NotApplicable);

    /// <summary>Cells short of the least coverage.</summary>
    private static int Needed(Standing standing, double least) => (int)Math.Ceiling((least * standing.Columns) - 1e-9) - standing.Present;

    private static string Reason(Standing standing, double least) => standing switch
    {
        { Rank: null } when Needed(standing, least) is > 0 and var needed => string.Create(CultureInfo.InvariantCulture, $"not ranked, {standing.Present} of {standing.Columns} measured; {needed} more would rank it"),
        { Rank: null } => $"not ranked: {standing.NotRanked}",
        { Interval: { } span } => string.Create(CultureInfo.InvariantCulture, $"may rank anywhere from {span.Best} to {span.Worst}"),
        _ => "",
    };
}
