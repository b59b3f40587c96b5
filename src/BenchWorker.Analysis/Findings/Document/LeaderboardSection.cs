namespace BenchWorker.Analysis;

/// <summary>Placeholder order is never guessed: without a leaderboard there is no section.</summary>
internal static class LeaderboardSection
{
    public static IEnumerable<string> Lines(HeatmapTable table) => [];
}
