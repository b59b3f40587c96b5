namespace BenchWorker.Site;

/// <summary>The pages that speak of the whole site, from the boards' entries.</summary>
internal static class SitePages
{
    /// <param name="standing">Is told which pages stay as they are; they are not among the files.</param>
    public static IEnumerable<SiteFile> Of(IReadOnlyList<BoardEntry> boards, StandingPages standing, SiteOptions site)
    {
        IReadOnlyList<ModelPlaces> models = ModelPlaces.Of(boards), modelsBefore = ModelPlaces.Of(standing.Boards);
        Dictionary<string, ModelPlaces> before = modelsBefore.ToDictionary(static model => model.Name, StringComparer.Ordinal);
        SiteFile[] pages =
        [
            .. IndexPage.Write(boards, standing, site),
            .. ModelsPage.Write(models, modelsBefore, standing, site),
            .. InParallel.Select(models, model => ModelPage.Write(model, before.GetValueOrDefault(model.Name), standing, site).ToArray()).SelectMany(static pages => pages),
            ChangesPage.Write(boards, site),
            NextPage.Write(boards, site),
            MethodsPage.Write(boards, site),
            .. StatusPage.Write(boards, standing, site),
        ];
        IEnumerable<string> all = pages.Select(static page => page.Path).Concat(standing.Kept).Order(StringComparer.Ordinal);
        return [.. pages, NotFoundPage.Write(boards, site), SearchIndex.Write(boards, models), .. SiteAssets.All, SiteAssets.Schema, SiteAssets.ReleaseSchema, .. Sitemap.Write(boards, all, site)];
    }
}
