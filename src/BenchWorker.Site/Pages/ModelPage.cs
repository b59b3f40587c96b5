using System.Globalization;

namespace BenchWorker.Site;

/// <summary>One model's place on every board, and its scores where the boards are small enough to be carried along.</summary>
internal static class ModelPage
{
    /// <summary>Boards whose scores are printed; for more the table of places leads to their pages.</summary>
    private const int MostScored = 24;

    public static SiteFile Write(ModelPlaces model, SiteOptions site)
    {
        string name = ShownName.Of(model.Name);
        int first = model.Places.Count(static pair => pair.Place.Rank is not null && (pair.Place.Best ?? pair.Place.Rank) == 1);
        PageShell shell = new(site, SitePaths.ModelPage(model.Name), name, $"Where {name} stands on {Plural.Count(model.Places.Count, "board")}.", SitePages.DataAsOf(model.Places.Select(static pair => pair.Board))) { Section = SitePaths.Models };
        (BoardEntry Board, Place Place)[] scored = [.. model.Places.Where(static pair => pair.Board.Scores is { Columns.Count: > 0 }).Take(MostScored)];
        return shell.Write(Html.Of($"""
            <h1>{name}</h1>
            <p class="lead">On {Plural.Count(model.Places.Count, "board")}{Html.When(first > 0, $"; may be first on {first}")}.</p>
            <h2>Places</h2>
            <section class="scroll" aria-label="Places" tabindex="0">
            <table data-sorts="">
            <thead><tr><th scope="col" class="entity" data-sortable="ascending">Board</th><th scope="col" class="n" data-sortable="ascending">Rank</th><th scope="col" data-sortable="ascending">May rank</th><th scope="col" class="n">Score</th><th scope="col" class="n" data-sortable="descending">Measured</th><th scope="col" class="roomy" data-sortable="descending">Data as of</th></tr></thead>
            <tbody>
            {model.Places.Select(Row)}</tbody>
            </table>
            </section>
            {Html.When(scored.Length > 0, $"<h2>Scores</h2>\n{scored.Select(pair => ModelScores.Of(pair.Board, pair.Place, open: scored.Length <= 2))}")}
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
            <td class="span" data-sort="{place.Best?.ToString(CultureInfo.InvariantCulture)}">{RangeMark.Of(place, ranked)}{PlaceText.Span(place)}</td>
            <td class="n">{PlaceText.Score(place, decimals)}</td>
            <td class="n" data-sort="{PlaceText.Share(place)}">{place.Present}/{place.Columns}</td>
            <td class="roomy">{DisplayTime.Element(board.DataAsOf)}</td></tr>

            """);
    }

    private static Html Rank(Place place, int ranked) => place.Rank is not { } rank
        ? Html.Of($"<span class=\"absent\">not ranked: {place.NotRanked}</span>")
        : Html.Of($"<b>{(place.Tied ? "=" : "")}{rank}</b> <span class=\"se\">of {ranked}</span>");
}
