namespace BenchWorker.Site;

/// <summary>How fresh pages are: how new what they show is, when they came, and how long the newest result waited for the first page that shows it.</summary>
/// <param name="DataAsOf">When the newest result behind the pages was stored; null without results.</param>
/// <param name="PublishedAt">When the pages were last written; null where nobody said what time it was.</param>
/// <param name="LagSeconds">From the newest result to the first publication that showed it; later ones, with the same results, do not lengthen it.</param>
public sealed record BoardFreshness(DateTimeOffset? DataAsOf, DateTimeOffset? PublishedAt, long? LagSeconds)
{
    public static BoardFreshness None { get; } = new(null, null, null);

    /// <summary>Of a page that shows several boards: its newest result, and the last time that a part of it was written.</summary>
    public static BoardFreshness Of(IEnumerable<BoardEntry> boards) => Of(boards.Select(static board => board.Freshness));

    public static BoardFreshness Of(IEnumerable<BoardFreshness> boards)
    {
        BoardFreshness found = None;
        foreach (BoardFreshness each in boards)
        {
            BoardFreshness newest = found.DataAsOf is null || each.DataAsOf > found.DataAsOf ? each : found;
            found = newest with { PublishedAt = found.PublishedAt is null || each.PublishedAt > found.PublishedAt ? each.PublishedAt : found.PublishedAt };
        }

        return found;
    }

    /// <summary>Of a board that is written anew.</summary>
    public static BoardFreshness Next(BoardFreshness? before, DateTimeOffset? dataAsOf, DateTimeOffset? now) => new(
        dataAsOf, now, before is not null && before.DataAsOf == dataAsOf ? before.LagSeconds : now is { } at && dataAsOf is { } newest ? Math.Max(0, (long)(at - newest).TotalSeconds) : null);
}
