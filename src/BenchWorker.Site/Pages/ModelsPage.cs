using System.Globalization;

namespace BenchWorker.Site;

/// <summary>All models with the boards they stand on.</summary>
internal static class ModelsPage
{
    private const int OnPage = 500;

    public static IEnumerable<SiteFile> Write(IReadOnlyList<ModelPlaces> models, IReadOnlyList<ModelPlaces> before, StandingPages standing, SiteOptions site)
    {
        Pager pager = new(SitePaths.Models, models.Count, OnPage);
        for (int page = 1; page <= pager.Pages; page++)
        {
            if (standing.Keep(pager.PathOf(page), pager.Same(models, before, page, static (one, other) => ModelPlaces.Same(one, other) || Row(one) == Row(other))))
                continue;
            IReadOnlyList<ModelPlaces> shown = pager.Slice(models, page);
            PageShell shell = new(site, pager.PathOf(page), page == 1 ? "Models" : $"Models, page {page.ToString(CultureInfo.InvariantCulture)}", "Every model and the boards it stands on.", BoardFreshness.Of(shown.SelectMany(static model => model.Places).Select(static pair => pair.Board))) { Section = SitePaths.Models };
            yield return shell.Write(Html.Of($"""
                <h1>Models</h1>
                {(models.Count == 0 ? Html.Of($"<p>No board ranks models.</p>\n") : Table(shown))}{pager.Links(page)}
                """));
        }
    }

    private static Html Table(IEnumerable<ModelPlaces> models) => Html.Of($"""
        <section class="scroll" aria-label="Models" tabindex="0">
        <table data-sorts="" data-filter="Find a model">
        <thead><tr><th scope="col" class="entity" data-sortable="ascending" aria-sort="ascending">Model</th><th scope="col" class="n" data-sortable="descending">Boards</th><th scope="col" class="n" data-sortable="descending">May be first on</th><th scope="col" class="n" data-sortable="ascending">Best rank</th></tr></thead>
        <tbody>
        {models.Select(Row)}</tbody>
        </table>
        </section>

        """);

    private static Html Row(ModelPlaces model)
    {
        int? best = model.Places.Min(static pair => pair.Place.Rank);
        int first = model.Places.Count(static pair => pair.Place.Rank is not null && (pair.Place.Best ?? pair.Place.Rank) == 1);
        Html rank = best is { } number
            ? Html.Of($"<td class=\"n\" data-sort=\"{number}\">{number}</td>")
            : Html.Of($"<td class=\"n absent\" data-sort=\"\">not ranked</td>");
        return Html.Of($"<tr data-find=\"{ShownName.Of(model.Name)}\"><th scope=\"row\" class=\"entity\"><a href=\"{SitePaths.ModelPage(model.Name)}\">{ShownName.Of(model.Name)}</a></th><td class=\"n\">{model.Places.Count}</td><td class=\"n\">{first}</td>{rank}</tr>\n");
    }
}
