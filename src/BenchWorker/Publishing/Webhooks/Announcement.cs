namespace BenchWorker;

/// <summary>What a publication changed, as webhooks tell it.</summary>
/// <param name="Release">Number of the release at the target.</param>
internal sealed record Announcement(string Site, string Target, long Release, IReadOnlyList<AnnouncedBoard> Boards)
{
    /// <returns>Only what a webhook wants to hear of; null when that is nothing.</returns>
    public Announcement? For(IList<string> boards)
    {
        AnnouncedBoard[] wanted = [.. Boards.Where(board => boards.Count == 0 || boards.Contains(board.Board))];
        return wanted.Length == 0 ? null : this with { Boards = wanted };
    }
}

/// <param name="Url">Of the board's page; null where the settings do not say where the site is read.</param>
/// <param name="Changes">Plain sentences, most important first; empty when no place moved.</param>
internal sealed record AnnouncedBoard(string Board, string Title, Uri? Url, DateTimeOffset? DataAsOf, IReadOnlyList<string> Changes);
