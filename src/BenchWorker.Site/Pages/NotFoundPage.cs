namespace BenchWorker.Site;

/// <summary>What a web server shows for an address that is not there. It may stand in for an address at any depth, so it links through the
/// site's base URL where there is one.</summary>
internal static class NotFoundPage
{
    public static SiteFile Write(IReadOnlyList<BoardEntry> boards, SiteOptions site)
    {
        PageShell shell = new(site, SitePaths.NotFound, "Not found", "There is no such page.", BoardFreshness.Of(boards)) { Anywhere = true };
        return shell.Write(Html.Of($"""
            <h1>There is no such page</h1>
            <p>The board may have been renamed or withdrawn. <a href="{shell.Root}{SitePaths.Index}">All boards</a> and <a href="{shell.Root}{SitePaths.Changes}">what changed</a> may help.</p>

            """));
    }
}
