namespace BenchWorker.Site;

/// <summary>What changed on any board, newest first.</summary>
internal static class ChangesPage
{
    private const int Shown = 100;

    public static SiteFile Write(IReadOnlyList<BoardEntry> boards, SiteOptions site)
    {
        PageShell shell = new(site, SitePaths.Changes, "Changes", "What moved on any board, and when.", BoardFreshness.Of(boards));
        IEnumerable<(BoardEntry Board, BoardChange Change)> changes = boards
            .SelectMany(static board => board.Changes.Select(change => (Board: board, Change: change)))
            .OrderByDescending(static pair => pair.Change.DataAsOf ?? DateTimeOffset.MinValue)
            .ThenBy(static pair => pair.Board.Slug, StringComparer.Ordinal)
            .Take(Shown);
        return shell.Write(Html.Of($"""
            <h1>Changes</h1>
            <p class="lead">Dates say how new the data is in which a change shows. Each board has a feed of its own.</p>
            <div class="log">
            {changes.Select(static pair => Html.Of($"<article>\n{ChangeList.Of(pair.Change, Html.Of($"<a href=\"{SitePaths.BoardPage(pair.Board.Slug)}\">{pair.Board.Title}</a> <span class=\"stamp\">{DisplayTime.Element(pair.Change.DataAsOf)}</span>"), 2)}</article>\n"))}</div>

            """));
    }
}
