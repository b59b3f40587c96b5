using BenchWorker.Site;

namespace BenchWorker;

/// <summary>Reads what a target says now about boards that are about to change, so that the change log can name cells.</summary>
internal static class PublishedBoards
{
    /// <returns>The site as the target holds it, with the board.json of every board whose pages will differ.</returns>
    public static async Task<LiveSite?> ReadAsync(ISitePublisher target, IEnumerable<BoardRendering> boards, SiteOptions site, CancellationToken ct)
    {
        if (await target.ReadAsync(ct) is not { } live)
            return null;
        Dictionary<string, ReadOnlyMemory<byte>> files = new(StringComparer.Ordinal);
        foreach (BoardRendering board in boards)
        {
            string slug = board.Report.Board.Slug;
            if (live.Manifest?.Find(slug) is { } entry && !SiteBuilder.IsPublished(board, live, site) && await target.FindAsync(live, SitePaths.BoardJson(entry.Slug), ct) is { } json)
                files[slug] = json;
        }

        return live with { BoardFiles = files };
    }
}
