using System.Globalization;

namespace BenchWorker.Site;

/// <summary>One model's place on every board.</summary>
internal static class ModelPage
{
    public static SiteFile Write(ModelPlaces model, SiteOptions site)
    {
        string name = ShownName.Of(model.Name);
        PageShell shell = new(site, SitePaths.ModelPage(model.Name), name, $"Where {name} stands on {model.Places.Count} boards.", SitePages.DataAsOf(model.Places.Select(static pair => pair.Board)));
        return shell.Write(Html.Of($"""
            <h1>{name}</h1>
            <p class="lead">On {model.Places.Count} board{(model.Places.Count == 1 ? "" : "s")}.</p>
            <section class="scroll" aria-label="Places" tabindex="0">
            <table data-sorts="">
            <thead><tr><th scope="col" data-sortable="ascending">Board</th><th scope="col" class="n" data-sortable="ascending">Rank</th><th scope="col" class="roomy">Range of ranks</th><th scope="col" class="n">Score</th><th scope="col" class="n" data-sortable="descending">Measured</th><th scope="col" class="roomy" data-sortable="descending">Data as of</th></tr></thead>
            <tbody>
            {model.Places.Select(Row)}</tbody>
            </table>
            </section>

            """));
    }

    private static Html Row((BoardEntry Board, Place Place) pair)
    {
        (BoardEntry board, Place place) = pair;
        int ranked = board.Places.Count(static other => other.Rank is not null);
        int decimals = DisplayNumber.Decimals(board.Places.Where(static other => other.Score is not null).Select(static other => other.Score!.Value));
        return Html.Of($"""
            <tr><th scope="row" class="entity"><a href="../{SitePaths.BoardPage(board.Slug)}#{Slug.From(place.Entity)}">{board.Title}</a></th>
            <td class="n" data-sort="{place.Rank?.ToString(CultureInfo.InvariantCulture)}">{Rank(place, ranked)}</td>
            <td class="roomy">{RangeMark.Of(place, ranked)}</td>
            <td class="n">{PlaceText.Score(place, decimals)}</td>
            <td class="n" data-sort="{PlaceText.Share(place)}">{place.Present}/{place.Columns}</td>
            <td class="roomy">{DisplayTime.Element(board.DataAsOf)}</td></tr>

            """);
    }

    private static Html Rank(Place place, int ranked) => place.Rank is not { } rank
        ? Html.Of($"<span class=\"absent\">not ranked: {place.NotRanked}</span>")
        : Html.Of($"<span class=\"rank\">{(place.Tied ? "=" : "")}{rank}</span> <span class=\"se\">of {ranked}{(place.Best is { } best && place.Worst is { } worst && best != worst ? string.Create(CultureInfo.InvariantCulture, $", {best}–{worst}") : "")}</span>");
}
