namespace BenchWorker.Site;

/// <summary>The pages that speak of the whole site, from the boards' entries.</summary>
internal static class SitePages
{
    public static IEnumerable<SiteFile> Of(IReadOnlyList<BoardEntry> boards, SiteOptions site)
    {
        IReadOnlyList<ModelPlaces> models = ModelPlaces.Of(boards);
        SiteFile[] pages =
        [
            .. IndexPage.Write(boards, site),
            .. ModelsPage.Write(models, boards, site),
            .. models.Select(model => ModelPage.Write(model, site)),
            ChangesPage.Write(boards, site),
            NextPage.Write(boards, site),
            MethodsPage.Write(boards, site),
            .. StatusPage.Write(boards, site),
        ];
        return [.. pages, NotFoundPage.Write(boards, site), SearchIndex.Write(boards, models), .. SiteAssets.All, SiteAssets.Schema, .. Sitemap.Write(boards, pages.Select(static page => page.Path), site)];
    }

    /// <summary>The newest data on any board.</summary>
    public static DateTimeOffset? DataAsOf(IEnumerable<BoardEntry> boards) => boards.Max(static board => board.DataAsOf);
}
