using System.Globalization;

namespace BenchWorker.Site;

/// <summary>All boards at a glance: cards for as many as can be looked through, else lines, in several pages.</summary>
internal static class IndexPage
{
    private const int MostCards = 120;

    private const int LinesOnPage = 250;

    private const int EagerPictures = 6;

    public static IEnumerable<SiteFile> Write(IReadOnlyList<BoardEntry> boards, StandingPages standing, SiteOptions site)
    {
        Pager pager = new(SitePaths.Index, boards.Count, boards.Count <= MostCards ? MostCards : LinesOnPage);
        for (int page = 1; page <= pager.Pages; page++)
        {
            if (standing.Keep(pager.PathOf(page), pager.Same(boards, standing.Boards, page, ReferenceEquals)))
                continue;
            IReadOnlyList<BoardEntry> shown = pager.Slice(boards, page);
            PageShell shell = new(site, pager.PathOf(page), page == 1 ? site.Title : $"Boards, page {page.ToString(CultureInfo.InvariantCulture)}", site.Description ?? $"{Plural.Count(boards.Count, "benchmark board")}.", BoardFreshness.Of(shown)) { Section = SitePaths.Index, PreviewImage = shown.Count == 0 ? null : SitePaths.BoardFolder(shown[0].Slug) + BoardFileNames.Preview };
            yield return shell.Write(Html.Of($"""
                <h1>{site.Title}</h1>
                {Lead(site)}{Facts(boards)}{List(boards.Count, shown)}{pager.Links(page)}
                """));
        }
    }

    private static Html Lead(SiteOptions site) => string.IsNullOrWhiteSpace(site.Description) ? Html.Empty : Html.Of($"<p class=\"lead\">{site.Description}</p>\n");

    /// <summary>Only where one page shows all boards; else it would change with every one of them.</summary>
    private static Html Facts(IReadOnlyList<BoardEntry> boards)
    {
        int models = boards.Count is 0 or > MostCards ? 0 : ModelPlaces.Of(boards).Count;
        return boards.Count is 0 or > MostCards
            ? Html.Empty
            : Html.Of($"""
                <ul class="facts">
                <li><b>{boards.Count}</b> {(boards.Count == 1 ? "board" : "boards")}</li>
                {Html.When(models > 0, $"<li><b>{models}</b> {(models == 1 ? "model" : "models")}</li>\n")}<li><b>{DisplayNumber.Whole(boards.Sum(static board => (long)board.Present))}</b> scores</li>
                <li>Data as of <b>{DisplayTime.Element(BoardFreshness.Of(boards).DataAsOf)}</b></li>
                </ul>

                """);
    }

    private static Html List(int all, IReadOnlyList<BoardEntry> boards) => all switch
    {
        0 => Html.Of($"<p>No board has been published yet.</p>\n"),
        <= MostCards => Html.Of($"<ul class=\"cards\" data-filter=\"Find a board\">\n{boards.Select(Card)}</ul>\n"),
        _ => Html.Of($"""
            <p>{Plural.Count(all, "board")}; the search at the top of the page looks through all of them.</p>
            <section class="scroll" aria-label="Boards" tabindex="0">
            <table data-sorts="" data-filter="Find on this page">
            <thead><tr><th scope="col" class="entity" data-sortable="ascending">Board</th><th scope="col">Leader</th><th scope="col" class="n" data-sortable="descending">Entries</th><th scope="col" data-sortable="descending">Data as of</th></tr></thead>
            <tbody>
            {boards.Select(Line)}</tbody>
            </table>
            </section>

            """),
    };

    private static Html Card(BoardEntry board, int index) => Html.Of($"""
        <li data-find="{board.Title} {board.Slug}">
        {Picture(board.Thumbnail, index)}<div class="body">
        <h2><a href="{SitePaths.BoardPage(board.Slug)}">{board.Title}</a></h2>
        <p>{Leaders(board)}</p>
        <p class="when"><span>{Plural.Count(board.Places.Count, board.Entity)} on {Plural.Count(board.Columns, "column")}</span> {DisplayTime.Element(board.DataAsOf)}</p>
        </div>
        </li>

        """);

    private static Html Line(BoardEntry board) => Html.Of(
        $"<tr data-find=\"{board.Title} {board.Slug}\"><th scope=\"row\" class=\"entity\"><a href=\"{SitePaths.BoardPage(board.Slug)}\">{board.Title}</a></th><td>{Leaders(board)}</td><td class=\"n\">{board.Places.Count}</td><td>{DisplayTime.Element(board.DataAsOf)}</td></tr>\n");

    private static Html Picture(ThumbnailEntry? thumbnail, int index) => thumbnail is null
        ? Html.Empty
        : Html.Of($"""
            <picture class="thumb">
            <source media="(prefers-color-scheme: dark)" srcset="{thumbnail.Dark}" />
            <img src="{thumbnail.Light}" width="{Thumbnail.WidthPx}" height="{Thumbnail.HeightPx}" alt=""{Html.When(index >= EagerPictures, $" loading=\"lazy\"")} />
            </picture>

            """);

    private static Html Leaders(BoardEntry board)
    {
        Place[] first = [.. board.Places.Where(static place => place.Rank == 1)];
        int rivals = board.Places.Count(static place => place.Rank is not null && place.Best == 1) - 1;
        return first switch
        {
            [] => Html.Of($"Nothing is ranked."),
            [{ Worst: > 1 } leader] when rivals > 0 => Html.Of($"{ShownName.Of(leader.Entity)} leads; {rivals} more may be first."),
            [{ Worst: > 1 } leader] => Html.Of($"{ShownName.Of(leader.Entity)} leads, tied to rank {leader.Worst!.Value}."),
            [var leader] => Html.Of($"{ShownName.Of(leader.Entity)} leads."),
            _ => Html.Of($"{first.Length} share the first place."),
        };
    }
}
