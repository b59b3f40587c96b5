using System.Globalization;

namespace BenchWorker.Site;

/// <summary>All pages for search engines (sitemaps.org); absolute addresses only, so there is none without a base URL.</summary>
internal static class Sitemap
{
    /// <summary>The format's limit for one file.</summary>
    private const int MostAddresses = 50_000;

    /// <returns>One file, or an index of several.</returns>
    public static IEnumerable<SiteFile> Write(IReadOnlyList<BoardEntry> boards, IEnumerable<string> pages, SiteOptions site)
    {
        if (site.BaseUrl is not { } home)
            yield break;
        Html[][] parts = [.. pages.Select(page => Address(home, page, null)).Concat(boards.Select(board => Address(home, SitePaths.BoardPage(board.Slug), board.DataAsOf))).Chunk(MostAddresses)];
        if (parts.Length == 1)
        {
            yield return Part(SitePaths.Sitemap, parts[0]);
            yield break;
        }

        string[] names = [.. parts.Select(static (_, index) => string.Create(CultureInfo.InvariantCulture, $"sitemap-{index + 1}.xml"))];
        for (int i = 0; i < parts.Length; i++)
            yield return Part(names[i], parts[i]);
        yield return SiteFile.Of(SitePaths.Sitemap, Html.Of($"""
            <?xml version="1.0" encoding="utf-8"?>
            <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            {names.Select(name => Html.Of($"<sitemap><loc>{new Uri(home, name).AbsoluteUri}</loc></sitemap>\n"))}</sitemapindex>

            """).Markup);
    }

    private static SiteFile Part(string path, IEnumerable<Html> addresses) => SiteFile.Of(path, Html.Of($"""
        <?xml version="1.0" encoding="utf-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        {addresses}</urlset>

        """).Markup);

    private static Html Address(Uri home, string page, DateTimeOffset? modified) =>
        Html.Of($"<url><loc>{new Uri(home, page).AbsoluteUri}</loc>{(modified is { } at ? Html.Of($"<lastmod>{DisplayTime.Machine(at)}</lastmod>") : Html.Empty)}</url>\n");
}
