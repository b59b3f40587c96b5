namespace BenchWorker.Analysis;

/// <summary>Rank intervals of a leaderboard, and how they were made.</summary>
internal sealed record RankIntervals(IntervalKind Kind, IReadOnlyList<RankInterval?> Ranges)
{
    /// <summary>No test was possible: no entity has an interval.</summary>
    public static RankIntervals None(int entities) => new(IntervalKind.None, new RankInterval?[entities]);
}
