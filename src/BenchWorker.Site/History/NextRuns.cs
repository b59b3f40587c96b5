using System.Globalization;
using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>Which missing cells to measure next.</summary>
internal static class NextRuns
{
    private const int Listed = 20;

    /// <summary>First the cells that would let an unranked entity be ranked, those that need fewest first; then the missing cells of ranked
    /// entities, widest range of ranks first. Cells that do not apply are never asked for.</summary>
    public static IReadOnlyList<NextRun> Of(BoardReport report)
    {
        if (report.Leaderboards.Count == 0)
            return [];
        Dictionary<string, int> rows = report.Table.Entities.Select(static (name, index) => (name, index)).ToDictionary(static p => p.name, static p => p.index, StringComparer.Ordinal);
        return [.. report.Leaderboards[0].Standings
            .Where(standing => standing.Present < standing.Columns && rows.ContainsKey(standing.Entity))
            .OrderBy(static standing => standing.Rank is not null)
            .ThenBy(static standing => standing.Rank is null ? standing.Columns - standing.Present : 0)
            .ThenByDescending(static standing => standing.Interval is { } interval ? interval.Worst - interval.Best : 0)
            .ThenBy(static standing => standing.Rank ?? 0)
            .ThenBy(static standing => standing.Entity, StringComparer.Ordinal)
            .SelectMany(standing => Missing(report.Table, rows[standing.Entity], standing))
            .Take(Listed)];
    }

    private static IEnumerable<NextRun> Missing(ScoreTable table, int row, Standing standing)
    {
        string reason = Reason(standing);
        for (int j = 0; j < table.Columns.Count; j++)
        {
            if (table[row, j].Missing is { } missing && missing != MissingReason.NotApplicable)
                yield return new NextRun(standing.Entity, table.Columns[j].Name, $"{reason}; the cell is {MethodText.Phrase(missing)}");
        }
    }

    private static string Reason(Standing standing) => standing switch
    {
        { Rank: null } => $"not ranked ({standing.NotRanked}), {standing.Present.ToString(CultureInfo.InvariantCulture)} of {standing.Columns.ToString(CultureInfo.InvariantCulture)} measured",
        { Interval: { } range } when range.Worst > range.Best => string.Create(CultureInfo.InvariantCulture, $"its rank may be anything from {range.Best} to {range.Worst}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"rank {standing.Rank} rests on {standing.Present} of {standing.Columns} columns"),
    };
}
