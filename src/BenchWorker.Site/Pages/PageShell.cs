namespace BenchWorker.Site;

/// <summary>What every page has around its own content.</summary>
/// <param name="Path">From the site's root.</param>
/// <param name="Title">Of the page, without the site's name.</param>
/// <param name="Description">For search engines and previews; plain text.</param>
/// <param name="Freshness">The lines at the foot.</param>
internal sealed record PageShell(SiteOptions Site, string Path, string Title, string Description, BoardFreshness Freshness)
{
    // No page needs anything from elsewhere, and no text from the database can become a script. 'self' does not cover pages opened
    // from a folder in every browser, hence file:, which a page served over HTTP cannot load anyway.
    private const string ContentSecurityPolicy =
        "default-src 'none'; img-src 'self' file:; style-src 'self' file:; script-src 'self' file:; base-uri 'none'; form-action 'none'";

    private static readonly (string Path, string Name)[] Menu =
    [
        (SitePaths.Index, "Boards"),
        (SitePaths.Models, "Models"),
        (SitePaths.Changes, "Changes"),
        (SitePaths.Next, "What to run next"),
        (SitePaths.Methods, "Methods"),
        (SitePaths.Status, "Status"),
    ];

    /// <summary>Path of an image for previews of the page, from the site's root; null for none.</summary>
    public string? PreviewImage { get; init; }

    /// <summary>The menu's entry that the page belongs to; null for the page itself.</summary>
    public string? Section { get; init; }

    /// <summary>The page may be shown in the place of any other, so that its links must not depend on where it stands.</summary>
    public bool Anywhere { get; init; }

    /// <summary>Path of the page's feed, from the site's root; null for none.</summary>
    public string? Feed { get; init; }

    /// <summary>From the page to the site's root.</summary>
    public string Root => Anywhere && Site.BaseUrl is { } home ? home.AbsoluteUri : SitePaths.Up(Path);

    public SiteFile Write(Html content) => SiteFile.Of(Path, Html.Of($"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="{new Html(ContentSecurityPolicy)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>{FullTitle()}</title>
        <meta name="description" content="{Description}" />
        {Preview()}<link rel="icon" href="{Root}{SiteAssets.Icon.Path}" type="image/svg+xml" />
        <link rel="stylesheet" href="{Root}{SiteAssets.StyleSheet.Path}" />
        {FeedLink()}<script src="{Root}{SiteAssets.Script.Path}" defer="defer"></script>
        </head>
        <body>
        <a class="skip" href="#content">Skip to content</a>
        <header class="top"><div class="wide">
        <a class="name" href="{Root}{SitePaths.Index}">{Site.Title}</a>
        <nav aria-label="Site"><ul>
        {Menu.Select(MenuItem)}</ul></nav>
        </div></header>
        <main id="content" class="wide">
        {content}</main>
        <footer><div class="wide">
        {FreshnessLines.Of(Freshness)}<p><a href="{Root}{SitePaths.Status}">Status</a></p>
        <p>Made by BenchWorker</p>
        {Html.When(Site.BaseUrl is not null && !Anywhere, $"<p class=\"address\">{Address}</p>\n")}        </div></footer>
        </body>
        </html>

        """).Markup);

    /// <summary>Where the page stands on the web, for readers of a printed one; null where nobody said.</summary>
    private string? Address => Site.BaseUrl is { } home ? new Uri(home, Path).AbsoluteUri : null;

    private string FullTitle() => Title == Site.Title ? Title : $"{Title} · {Site.Title}";

    private Html MenuItem((string Path, string Name) item) => item.Path == (Section ?? Path)
        ? Html.Of($"<li><a href=\"{Root}{item.Path}\" aria-current=\"{(item.Path == Path ? "page" : "true")}\">{item.Name}</a></li>\n")
        : Html.Of($"<li><a href=\"{Root}{item.Path}\">{item.Name}</a></li>\n");

    private Html FeedLink() => Feed is null
        ? Html.Empty
        : Html.Of($"<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Changes\" href=\"{Root}{Feed}\" />\n");

    /// <summary>Preview services want absolute addresses; without a base URL there is nothing true to tell them but words.</summary>
    private Html Preview()
    {
        Html words = Html.Of($"""
            <meta property="og:type" content="website" />
            <meta property="og:title" content="{FullTitle()}" />
            <meta property="og:description" content="{Description}" />

            """);
        if (Site.BaseUrl is not { } home)
            return words;
        string image = PreviewImage is null ? "" : new Uri(home, PreviewImage).AbsoluteUri;
        return Html.Of($"""
            {words}<meta property="og:url" content="{Address}" />
            <link rel="canonical" href="{Address}" />
            {Html.When(image.Length > 0, $"<meta property=\"og:image\" content=\"{image}\" />\n<meta property=\"og:image:width\" content=\"{SocialPreview.WidthPx}\" />\n<meta property=\"og:image:height\" content=\"{SocialPreview.HeightPx}\" />\n<meta name=\"twitter:card\" content=\"summary_large_image\" />\n")}
            """);
    }
}
