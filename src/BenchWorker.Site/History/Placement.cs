using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>The places of a board's first ranking.</summary>
internal static class Placement
{
    public static IReadOnlyList<Place> Of(BoardReport report)
    {
        if (report.Leaderboards.Count == 0)
            return [];
        IReadOnlyList<Standing> standings = report.Leaderboards[0].Standings;
        HashSet<int> shared = [.. standings.Where(static s => s.Rank is not null).GroupBy(static s => s.Rank!.Value).Where(static g => g.Count() > 1).Select(static g => g.Key)];
        return [.. standings.Select(s => new Place(
            s.Entity, s.Rank, s.Rank is { } rank && shared.Contains(rank), s.Interval?.Best, s.Interval?.Worst, Finite(s.Score), Finite(s.StandardError), s.Present, s.Columns, s.NotRanked))];
    }

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? value : null;
}
