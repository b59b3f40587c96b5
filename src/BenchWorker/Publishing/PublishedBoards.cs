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
            if (live.Manifest?.Find(board.Slug) is not null && !SiteBuilder.IsPublished(board, live, site) && await target.FindAsync(live, SitePaths.BoardJson(board.Slug), ct) is { } json)
                files[board.Slug] = json;
        }

        return live with { BoardFiles = files };
    }

    /// <summary>Whether every target that the board goes to shows it as it is; a target that cannot be asked counts as one that does not.</summary>
    public static async Task<bool> AllShowAsync(IEnumerable<ISitePublisher> targets, BoardRendering board, SiteOptions site, CancellationToken ct)
    {
        foreach (ISitePublisher target in targets.Where(target => GoesTo(board, target)))
        {
            try
            {
                if (await target.ReadAsync(ct) is not { } live || !SiteBuilder.IsPublished(board, live, site))
                    return false;
            }
            catch (PublishException)
            {
                return false;
            }
        }

        return true;
    }

    public static bool GoesTo(BoardRendering board, ISitePublisher target) =>
        board.PublishTo.Count == 0 || board.PublishTo.Contains(target.Name, StringComparer.Ordinal);
}
