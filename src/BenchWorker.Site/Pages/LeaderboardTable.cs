using System.Globalization;
using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>The board's first ranking as a table, with the other rankings beside it.</summary>
internal static class LeaderboardTable
{
    /// <summary>Longer tables scroll within the page, so that the figures below stay near.</summary>
    private const int TallRows = 25;

    public static Html Of(BoardReport report, BoardEntry entry)
    {
        if (entry.Places.Count == 0)
            return Html.Empty;
        Leaderboard first = report.Leaderboards[0];
        OtherRanking[] others = [.. report.Leaderboards.Skip(1).Select(static leaderboard => new OtherRanking(leaderboard))];
        int decimals = DisplayNumber.Decimals(entry.Places.Where(static place => place.Score is not null).Select(static place => place.Score!.Value));
        int ranked = entry.Places.Count(static place => place.Rank is not null);
        bool spans = entry.Places.Any(static place => place.Best != place.Worst);
        bool links = entry.Entity == "model";
        string tall = entry.Places.Count > TallRows ? " tall" : "";
        return Html.Of($"""
            <section aria-labelledby="leaderboard">
            <h2 id="leaderboard">Leaderboard</h2>
            <p>Ranked by {MethodText.Name(first.Method).ToLowerInvariant()} of {entry.Columns} columns. {Ties(spans)}</p>
            <section class="scroll{tall}" aria-label="Leaderboard table" tabindex="0">
            <table data-sorts="" data-filter="Filter {Plural.Of(entry.Entity)}">
            <thead><tr>
            <th scope="col" class="n" data-sortable="ascending" aria-sort="ascending">Rank</th>
            <th scope="col" data-sortable="ascending">{Capital(entry.Entity)}</th>
            <th scope="col" class="n" data-sortable="{(LowerIsFirst(first.Method, entry.Direction) ? "ascending" : "descending")}">{MethodText.Name(first.Method)}{UnitOf(entry, first.Method)}</th>
            {Html.When(spans, $"<th scope=\"col\" class=\"roomy\">Range of ranks</th>\n")}<th scope="col" class="n" data-sortable="descending">Measured</th>
            {others.Select(static other => Html.Of($"<th scope=\"col\" class=\"n roomy\" data-sortable=\"ascending\">{MethodText.Name(other.Leaderboard.Method)}</th>\n"))}</tr></thead>
            <tbody>
            {entry.Places.Select((place, index) => Row(place, index > 0 && place.Rank is null && entry.Places[index - 1].Rank is not null, decimals, ranked, spans, links, others))}</tbody>
            </table>
            </section>
            {Html.When(others.Length > 0, $"<p class=\"small muted\">Columns to the right give the place under other rankings of the same scores.</p>\n")}</section>

            """);
    }

    private static Html Row(Place place, bool apart, int decimals, int ranked, bool spans, bool links, OtherRanking[] others)
    {
        string rank = place.Rank is { } number ? (place.Tied ? "=" : "") + Text(number) : "–";
        Html range = place.Best is { } best && place.Worst is { } worst && best != worst ? Html.Of($" <span class=\"se\" title=\"Ranks the data cannot tell apart\">{best}–{worst}</span>") : Html.Empty;
        return Html.Of($"""
            <tr id="{Slug.From(place.Entity)}" data-find="{place.Entity}"{Html.When(apart, $" class=\"apart\"")}>
            <td class="n" data-sort="{place.Rank?.ToString(CultureInfo.InvariantCulture)}"><span class="rank">{rank}</span>{range}</td>
            <th scope="row" class="entity">{Entity(place.Entity, links)}{NotRanked(place)}</th>
            <td class="n" data-sort="{place.Score?.ToString("R", CultureInfo.InvariantCulture)}">{Score(place, decimals)}</td>
            {Html.When(spans, $"<td class=\"roomy\">{RangeMark.Of(place, ranked)}</td>\n")}<td class="n" data-sort="{(place.Columns == 0 ? 0 : (double)place.Present / place.Columns).ToString("R", CultureInfo.InvariantCulture)}">{place.Present}/{place.Columns}</td>
            {others.Select(other => other.Cell(place.Entity))}</tr>

            """);
    }

    private static Html Entity(string entity, bool links) => links
        ? Html.Of($"<a href=\"../../{SitePaths.ModelPage(entity)}\">{DisplayName(entity)}</a>")
        : Html.Of($"{DisplayName(entity)}");

    public static string DisplayName(string entity) => string.IsNullOrWhiteSpace(entity) ? "(no name)" : entity;

    public static Html Score(Place place, int decimals) => place.Score is not { } score
        ? Html.Of($"<span class=\"absent\">no score</span>")
        : place.StandardError is { } error
            ? Html.Of($"{DisplayNumber.Text(score, decimals)} <span class=\"se\">± {DisplayNumber.Text(error, Math.Max(1, decimals))}</span>")
            : Html.Of($"{DisplayNumber.Text(score, decimals)}");

    private static Html NotRanked(Place place) => place.NotRanked is { } why ? Html.Of($" <span class=\"why\">not ranked: {why}</span>") : Html.Empty;

    private static Html Ties(bool spans) => spans
        ? Html.Of($"Two numbers beside a rank are the first and last rank that the data cannot tell apart from it; “=” marks equal scores.")
        : Html.Of($"“=” marks equal scores.");

    private static string UnitOf(BoardEntry entry, RankingMethod method) =>
        method is RankingMethod.Mean or RankingMethod.AdjustedMean && !string.IsNullOrEmpty(entry.Unit) ? $" ({entry.Unit})" : "";

    private static bool LowerIsFirst(RankingMethod method, Direction direction) =>
        method == RankingMethod.MeanRank || (method is RankingMethod.Mean or RankingMethod.AdjustedMean && direction == Direction.LowerIsBetter);

    private static string Capital(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Places under another ranking, by entity.</summary>
    private sealed record OtherRanking(Leaderboard Leaderboard)
    {
        private readonly Dictionary<string, Standing> standings = Leaderboard.Standings.ToDictionary(static standing => standing.Entity, StringComparer.Ordinal);

        public Html Cell(string entity) => standings.GetValueOrDefault(entity)?.Rank is { } rank
            ? Html.Of($"<td class=\"n roomy\" data-sort=\"{rank}\">{rank}</td>\n")
            : Html.Of($"<td class=\"n roomy absent\" data-sort=\"\">–</td>\n");
    }
}
