namespace BenchWorker.Site;

/// <summary>How fresh and how complete every board is.</summary>
internal static class StatusPage
{
    public static SiteFile Write(IReadOnlyList<BoardEntry> boards, SiteOptions site)
    {
        PageShell shell = new(site, SitePaths.Status, "Status", "How fresh and how complete every board is.", SitePages.DataAsOf(boards));
        return shell.Write(Html.Of($"""
            <h1>Status</h1>
            <p>When this release was published, and its number, stand in <a href="{Release.Path}">release.json</a>; every file and every board in <a href="{SiteManifest.Path}">manifest.json</a>.</p>
            <section class="scroll" aria-label="Boards" tabindex="0">
            <table data-sorts="" data-filter="Filter boards">
            <thead><tr><th scope="col" data-sortable="ascending">Board</th><th scope="col" data-sortable="descending">Data as of</th><th scope="col" class="n" data-sortable="descending">Ranked</th><th scope="col" class="n" data-sortable="descending">Measured</th><th scope="col">Warnings</th></tr></thead>
            <tbody>
            {boards.Select(Row)}</tbody>
            </table>
            </section>

            """));
    }

    private static Html Row(BoardEntry board)
    {
        int cells = board.Places.Count * board.Columns, ranked = board.Places.Count(static place => place.Rank is not null);
        return Html.Of($"""
            <tr data-find="{board.Title} {board.Slug}"><th scope="row" class="entity"><a href="{SitePaths.BoardPage(board.Slug)}">{board.Title}</a></th><td>{DisplayTime.Element(board.DataAsOf)}</td><td class="n" data-sort="{ranked}">{ranked} of {board.Places.Count}</td><td class="n" data-sort="{board.Present}">{board.Present} of {cells}</td><td>{string.Join(" ", board.Warnings)}</td></tr>

            """);
    }
}
