namespace BenchWorker.Site;

/// <summary>How fresh one board is at one place, as of the release it stands in.</summary>
/// <param name="DataAsOf">When the newest result behind the board was stored; null for a board without results.</param>
/// <param name="PublishedAt">When these pages of the board were published.</param>
/// <param name="LagSeconds">From the one to the other; null without results.</param>
public sealed record BoardFreshness(DateTimeOffset? DataAsOf, DateTimeOffset PublishedAt, long? LagSeconds)
{
    /// <summary>By slug; a board whose pages stay as they were keeps the time at which they were published.</summary>
    public static IReadOnlyDictionary<string, BoardFreshness> Advance(PublishPlan plan, SiteSnapshot site, DateTimeOffset now)
    {
        HashSet<string> written = [.. plan.Files.Select(static planned => SitePaths.BoardOf(planned.File.Path)).OfType<string>()];
        IReadOnlyDictionary<string, BoardFreshness>? before = plan.Base?.Release.Boards;
        return site.Manifest.Boards.ToDictionary(
            static board => board.Slug,
            board => !written.Contains(board.Slug) && before?.TryGetValue(board.Slug, out BoardFreshness? known) == true ? known : new BoardFreshness(board.DataAsOf, now, Lag(board.DataAsOf, now)),
            StringComparer.Ordinal);
    }

    private static long? Lag(DateTimeOffset? dataAsOf, DateTimeOffset now) => dataAsOf is { } at ? Math.Max(0, (long)(now - at).TotalSeconds) : null;
}
