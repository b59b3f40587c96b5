namespace BenchWorker.Site;

/// <summary>All pages for search engines (sitemaps.org); absolute addresses only, so there is none without a base URL.</summary>
internal static class Sitemap
{
    public static SiteFile? Write(IReadOnlyList<BoardEntry> boards, IEnumerable<string> pages, SiteOptions site) => site.BaseUrl is not { } home ? null : SiteFile.Of(SitePaths.Sitemap, Html.Of($"""
        <?xml version="1.0" encoding="utf-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        {pages.Select(page => Html.Of($"<url><loc>{new Uri(home, page).AbsoluteUri}</loc></url>\n"))}{boards.Select(board => Html.Of($"<url><loc>{new Uri(home, SitePaths.BoardPage(board.Slug)).AbsoluteUri}</loc>{LastModified(board)}</url>\n"))}</urlset>

        """).Markup);

    private static Html LastModified(BoardEntry board) => board.DataAsOf is { } at ? Html.Of($"<lastmod>{DisplayTime.Machine(at)}</lastmod>") : Html.Empty;
}
