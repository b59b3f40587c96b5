namespace BenchWorker.Site;

/// <summary>All models with the boards they stand on.</summary>
internal static class ModelsPage
{
    public static SiteFile Write(IReadOnlyList<ModelPlaces> models, IReadOnlyList<BoardEntry> boards, SiteOptions site)
    {
        PageShell shell = new(site, SitePaths.Models, "Models", "Every model and the boards it stands on.", SitePages.DataAsOf(boards));
        return shell.Write(Html.Of($"""
            <h1>Models</h1>
            {(models.Count == 0 ? Html.Of($"<p>No board ranks models.</p>\n") : Table(models))}
            """));
    }

    private static Html Table(IReadOnlyList<ModelPlaces> models) => Html.Of($"""
        <section class="scroll" aria-label="Models" tabindex="0">
        <table data-sorts="" data-filter="Filter models">
        <thead><tr><th scope="col" data-sortable="ascending" aria-sort="ascending">Model</th><th scope="col" class="n" data-sortable="descending">Boards</th><th scope="col" class="n" data-sortable="ascending">Best rank</th></tr></thead>
        <tbody>
        {models.Select(Row)}</tbody>
        </table>
        </section>

        """);

    private static Html Row(ModelPlaces model)
    {
        int? best = model.Places.Min(static pair => pair.Place.Rank);
        Html rank = best is { } number
            ? Html.Of($"<td class=\"n\" data-sort=\"{number}\">{number}</td>")
            : Html.Of($"<td class=\"n absent\" data-sort=\"\">not ranked</td>");
        return Html.Of($"<tr data-find=\"{model.Name}\"><th scope=\"row\" class=\"entity\"><a href=\"{SitePaths.ModelPage(model.Name)}\">{ShownName.Of(model.Name)}</a></th><td class=\"n\" data-sort=\"{model.Places.Count}\">{model.Places.Count}</td>{rank}</tr>\n");
    }
}
