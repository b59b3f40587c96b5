namespace BenchWorker.Site;

/// <summary>All boards at a glance.</summary>
internal static class IndexPage
{
    /// <summary>Beyond this many, pictures are left out: the page stays small and is searched, not browsed.</summary>
    private const int MostThumbnails = 200;

    private const int EagerThumbnails = 6;

    public static SiteFile Write(IReadOnlyList<BoardEntry> boards, SiteOptions site)
    {
        PageShell shell = new(site, SitePaths.Index, site.Title, site.Description ?? $"{Plural.Count(boards.Count, "benchmark board")}.", SitePages.DataAsOf(boards));
        return shell.Write(Html.Of($"""
            <h1>{site.Title}</h1>
            {Lead(site)}{List(boards)}
            """));
    }

    private static Html Lead(SiteOptions site) => string.IsNullOrWhiteSpace(site.Description) ? Html.Empty : Html.Of($"<p class=\"lead\">{site.Description}</p>\n");

    private static Html List(IReadOnlyList<BoardEntry> boards) => boards.Count switch
    {
        0 => Html.Of($"<p>No board has been published yet.</p>\n"),
        <= MostThumbnails => Html.Of($"<ul class=\"cards\" data-filter=\"Find a board\">\n{boards.Select(Card)}</ul>\n"),
        _ => Html.Of($"<ul data-filter=\"Find a board\">\n{boards.Select(Line)}</ul>\n"),
    };

    private static Html Card(BoardEntry board, int index) => Html.Of($"""
        <li data-find="{board.Title} {board.Slug}">
        {Picture(board.Thumbnail, index)}<div class="body">
        <h2><a href="{SitePaths.BoardPage(board.Slug)}">{board.Title}</a></h2>
        <p>{Leaders(board)}</p>
        <p class="when">{Plural.Count(board.Places.Count, board.Entity)}, data as of {DisplayTime.Element(board.DataAsOf)}</p>
        </div>
        </li>

        """);

    private static Html Line(BoardEntry board) => Html.Of(
        $"<li data-find=\"{board.Title} {board.Slug}\"><a href=\"{SitePaths.BoardPage(board.Slug)}\">{board.Title}</a> <span class=\"small muted\">{Leaders(board)} {DisplayTime.Element(board.DataAsOf)}</span></li>\n");

    private static Html Picture(ThumbnailEntry? thumbnail, int index) => thumbnail is null
        ? Html.Empty
        : Html.Of($"""
            <picture class="thumb">
            <source media="(prefers-color-scheme: dark)" srcset="{thumbnail.Dark}" />
            <img src="{thumbnail.Light}" width="{Thumbnail.WidthPx}" height="{Thumbnail.HeightPx}" alt=""{Html.When(index >= EagerThumbnails, $" loading=\"lazy\"")} />
            </picture>

            """);

    private static Html Leaders(BoardEntry board)
    {
        Place[] first = [.. board.Places.Where(static place => place.Rank == 1)];
        return first switch
        {
            [] => Html.Of($"Nothing is ranked."),
            [{ Worst: > 1 } leader] => Html.Of($"{leader.Entity} leads, not separable from rank {leader.Worst!.Value}."),
            [var leader] => Html.Of($"{leader.Entity} leads."),
            _ => Html.Of($"{first.Length} share the first place."),
        };
    }
}
