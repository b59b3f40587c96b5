using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BenchWorker.Site;

/// <summary>The list of the dated states of a site. It lies beside the releases and belongs to none of them, so it brings its style along.</summary>
public static class SnapshotsPage
{
    /// <param name="days">Each is the name of a folder beside the page that holds a whole site.</param>
    /// <param name="newest">Of the site in the newest of them.</param>
    public static SiteFile Write(IEnumerable<DateOnly> days, BoardFreshness newest, SiteOptions site)
    {
        string style = Encoding.UTF8.GetString(SiteAssets.StyleSheet.Content.Span);
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        return SiteFile.Of(SitePaths.Snapshots, Html.Of($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8" />
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{new Html(hash)}'; base-uri 'none'; form-action 'none'" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="color-scheme" content="light dark" />
            <meta name="referrer" content="no-referrer" />
            <title>Dated snapshots · {site.Title}</title>
            <style>{new Html(style)}</style>
            </head>
            <body>
            <header class="top"><div class="wide"><span class="name">{site.Title}</span></div></header>
            <main id="content" class="wide">
            <h1>Dated snapshots</h1>
            <p class="lead">The site as its first release of a day left it. What stands under a date never changes, so its address can be cited.</p>
            {Html.When(site.BaseUrl is not null, $"<p><a href=\"{site.BaseUrl?.AbsoluteUri}\">The site as it is now</a></p>\n")}{days.OrderDescending().GroupBy(static day => day.Year).Select(Year)}</main>
            <footer><div class="wide">
            <p>The newest of them:</p>
            {FreshnessLines.Of(newest)}<p>Made by BenchWorker</p>
            </div></footer>
            </body>
            </html>

            """).Markup);
    }

    /// <summary>Where the list is. Pages stand at several depths, in files and in snapshots, so only a base URL makes a link that holds.</summary>
    internal static Html Mention(SiteOptions site) => (site.Snapshots, site.BaseUrl) switch
    {
        (false, _) => Html.Empty,
        (true, { } home) => Html.Of($"<p>The first release of each day stays whole among the <a href=\"{new Uri(home, SitePaths.Snapshots).AbsoluteUri}\">dated snapshots</a>, under an address that can be cited.</p>\n"),
        (true, null) => Html.Of($"<p>The first release of each day stays whole, beside this site, under <code>snapshots/YYYY-MM-DD/</code>.</p>\n"),
    };

    private static Html Year(IGrouping<int, DateOnly> year) => Html.Of($"""
        <h2>{year.Key}</h2>
        <nav class="pages" aria-label="Snapshots of {year.Key}"><ul>
        {year.Select(Day)}</ul></nav>

        """);

    private static Html Day(DateOnly day)
    {
        string name = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Html.Of($"<li><a href=\"{name}/index.html\">{name}</a></li>\n");
    }
}
