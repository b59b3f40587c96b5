using System.Globalization;

namespace BenchWorker.Site;

/// <summary>One model's place on every board, in pages, and its scores where the boards are small enough to be carried along.</summary>
/// <remarks>A page that would say the same stays as it is, and with it what it says of its freshness: rows that came for other models do not write it anew.</remarks>
internal static class ModelPage
{
    /// <summary>Boards whose scores are printed; for more the table of places leads to their pages.</summary>
    private const int MostScored = 24;

    /// <summary>A model on more boards than this has several pages.</summary>
    private const int OnPage = 500;

    /// <param name="before">The model as it was; null when it was not there.</param>
    public static IEnumerable<SiteFile> Write(ModelPlaces model, ModelPlaces? before, StandingPages standing, SiteOptions site)
    {
        Pager pager = new(SitePaths.ModelPage(model.Name), model.Places.Count, OnPage) { Separator = '.' };
        for (int page = 1; page <= pager.Pages; page++)
        {
            if (!standing.Keep(pager.PathOf(page), before is not null && SaysSame(model, before, pager, page)))
                yield return Write(model, pager, page, site);
        }
    }

    private static bool SaysSame(ModelPlaces model, ModelPlaces before, Pager pager, int page) =>
        pager.Same(model.Places, before.Places, page, static (one, other) => ModelPlaces.Same(one, other) || Row(one, dated: false) == Row(other, dated: false))
        // The first page sums all of them up.
        && (page > 1 || ModelPlaces.Same(model, before) || (Lead(model) == Lead(before) && Scores(model) == Scores(before)));

    private static SiteFile Write(ModelPlaces model, Pager pager, int page, SiteOptions site)
    {
        string name = ShownName.Of(model.Name), title = page == 1 ? name : $"{name}, page {page.ToString(CultureInfo.InvariantCulture)}";
        IReadOnlyList<(BoardEntry Board, Place Place)> shown = pager.Slice(model.Places, page);
        PageShell shell = new(site, pager.PathOf(page), title, $"Where {name} stands on {Plural.Count(model.Places.Count, "board")}.", BoardFreshness.Of(shown.Select(static pair => pair.Board))) { Section = SitePaths.Models };
        return shell.Write(Html.Of($"""
            <h1>{title}</h1>
            {Html.When(page == 1, $"{Lead(model)}")}<h2>Places</h2>
            <section class="scroll" aria-label="Places" tabindex="0">
            <table data-sorts="">
            <thead><tr><th scope="col" class="entity" data-sortable="ascending">Board</th><th scope="col" class="n" data-sortable="ascending">Rank</th><th scope="col" data-sortable="ascending">May rank</th><th scope="col" class="n">Score</th><th scope="col" class="n" data-sortable="descending">Measured</th><th scope="col" class="roomy" data-sortable="descending">Data as of</th></tr></thead>
            <tbody>
            {shown.Select(static pair => Row(pair, dated: true))}</tbody>
            </table>
            </section>
            {pager.Links(page, "../")}{Html.When(page == 1, $"{Scores(model)}")}
            """));
    }

    private static Html Lead(ModelPlaces model)
    {
        int first = model.Places.Count(static pair => pair.Place.Rank is not null && (pair.Place.Best ?? pair.Place.Rank) == 1);
        return Html.Of($"<p class=\"lead\">On {Plural.Count(model.Places.Count, "board")}{Html.When(first > 0, $"; may be first on {first}")}.</p>\n");
    }

    private static Html Scores(ModelPlaces model)
    {
        (BoardEntry Board, Place Place)[] scored = [.. model.Places.Where(static pair => pair.Board.Scores is { Columns.Count: > 0 }).Take(MostScored)];
        BoardEntry[] large = [.. model.Places.Select(static pair => pair.Board).Where(static board => board.Scores is null && board.Columns > 0).Take(MostScored)];
        return Html.When(scored.Length + large.Length > 0, $"<h2>Scores</h2>\n{scored.Select(pair => ModelScores.Of(pair.Board, pair.Place, open: scored.Length <= 2))}{Html.When(large.Length > 0, $"<p>Boards with more cells than a page holds keep them beside their own:</p>\n<ul>\n{large.Select(Large)}</ul>\n")}");
    }

    private static Html Large(BoardEntry board) =>
        Html.Of($"<li>{board.Title}: <a href=\"../{SitePaths.BoardFolder(board.Slug)}{BoardFileNames.Scores}\" aria-label=\"{BoardFileNames.Scores} of {board.Title}\">{BoardFileNames.Scores}</a></li>\n");

    /// <param name="dated">With how new the board's data is.</param>
    private static Html Row((BoardEntry Board, Place Place) pair, bool dated)
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
            <td class="roomy">{(dated ? DisplayTime.Element(board.DataAsOf) : Html.Empty)}</td></tr>

            """);
    }

    private static Html Rank(Place place, int ranked) => place.Rank is not { } rank
        ? Html.Of($"<span class=\"absent\">not ranked: {place.NotRanked}</span>")
        : Html.Of($"<b>{(place.Tied ? "=" : "")}{rank}</b> <span class=\"se\">of {ranked}</span>");
}
