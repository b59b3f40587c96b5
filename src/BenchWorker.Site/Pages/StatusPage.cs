using System.Globalization;

namespace BenchWorker.Site;

/// <summary>How fresh and how complete every board is.</summary>
internal static class StatusPage
{
    private const int OnPage = 500;

    public static IEnumerable<SiteFile> Write(IReadOnlyList<BoardEntry> boards, StandingPages standing, SiteOptions site)
    {
        Pager pager = new(SitePaths.Status, boards.Count, OnPage);
        for (int page = 1; page <= pager.Pages; page++)
        {
            if (standing.Keep(pager.PathOf(page), pager.Same(boards, standing.Boards, page, ReferenceEquals)))
                continue;
            IReadOnlyList<BoardEntry> shown = pager.Slice(boards, page);
            PageShell shell = new(site, pager.PathOf(page), page == 1 ? "Status" : $"Status, page {page.ToString(CultureInfo.InvariantCulture)}", "How fresh and how complete every board is.", BoardFreshness.Of(shown)) { Section = SitePaths.Status };
            yield return shell.Write(Html.Of($"""
                <h1>Status</h1>
                <p class="lead">How fresh and how complete every board is.</p>
                <p>“Lag” is how long a board’s newest result had waited when it was first shown; “last change” how new the data is in which its ranking last changed. The number of this release and all of this stand in <a href="{Release.Path}">release.json</a> too, every file in <a href="{SiteManifest.Path}">manifest.json</a>.</p>
                {SnapshotsPage.Mention(site)}                <section class="scroll" aria-label="Boards" tabindex="0">
                <table data-sorts="" data-filter="Find a board">
                <thead><tr><th scope="col" class="entity" data-sortable="ascending">Board</th><th scope="col" data-sortable="descending">Data as of</th><th scope="col" class="roomy" data-sortable="descending">Published</th><th scope="col" class="n" data-sortable="descending">Lag</th><th scope="col" class="roomy" data-sortable="descending">Last change</th><th scope="col" class="n" data-sortable="descending">Ranked</th><th scope="col" class="n roomy" data-sortable="descending">Measured</th></tr></thead>
                <tbody>
                {shown.Select(Row)}</tbody>
                </table>
                </section>
                {pager.Links(page)}
                """));
        }
    }

    private static Html Row(BoardEntry board)
    {
        int cells = board.Places.Count * board.Columns, ranked = board.Places.Count(static place => place.Rank is not null);
        Html warnings = board.Warnings.Count == 0
            ? Html.Empty
            : Html.Of($" <span class=\"why\">{Plural.Count(board.Warnings.Count, "warning")}</span>");
        BoardFreshness fresh = board.Freshness;
        return Html.Of($"""
            <tr data-find="{board.Title} {board.Slug}"><th scope="row" class="entity"><a href="{SitePaths.BoardPage(board.Slug)}">{board.Title}</a>{warnings}</th><td>{DisplayTime.Element(fresh.DataAsOf)}</td><td class="roomy">{(fresh.PublishedAt is { } at ? DisplayTime.Element(at) : Html.Of($"–"))}</td><td class="n" data-sort="{fresh.LagSeconds?.ToString(CultureInfo.InvariantCulture)}">{(fresh.LagSeconds is { } lag ? DisplayTime.Span(TimeSpan.FromSeconds(lag)) : "–")}</td><td class="roomy">{(board.Changes.Count == 0 ? Html.Empty : DisplayTime.Element(board.Changes[0].DataAsOf))}</td><td class="n" data-sort="{ranked}">{ranked} of {board.Places.Count}</td><td class="n roomy" data-sort="{board.Present}">{board.Present} of {cells}</td></tr>

            """);
    }
}
