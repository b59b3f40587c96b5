using System.Globalization;
using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>Writes the rows of one leaderboard, with the columns that this board needs.</summary>
internal sealed record LeaderboardRow
{
    private readonly BoardEntry entry;
    private readonly bool[] tierEnds;
    private readonly Dictionary<string, double> next;

    private LeaderboardRow(BoardEntry entry, IReadOnlyList<OtherRanking> others, RankedPairs? pairs)
    {
        this.entry = entry;
        next = pairs is null ? [] : pairs.Next.Select((evidence, i) => (pairs.Entities[i], evidence.Ahead)).ToDictionary(static one => one.Item1, static one => one.Ahead, StringComparer.Ordinal);
        Others = others;
        Ranked = entry.Places.Count(static place => place.Rank is not null);
        Decimals = DisplayNumber.Decimals(entry.Places.Where(static place => place.Score is not null).Select(static place => place.Score!.Value));
        Spans = entry.Places.Any(static place => place.Best != place.Worst);
        tierEnds = Spans ? TierEnds(entry.Places, Ranked) : new bool[entry.Places.Count];
    }

    public IReadOnlyList<OtherRanking> Others { get; }

    public int Ranked { get; }

    public int Decimals { get; }

    /// <summary>Some place is a span of ranks.</summary>
    public bool Spans { get; }

    public bool Tied => entry.Places.Any(static place => place.Tied);

    public bool Tiers => Array.Exists(tierEnds, static end => end);

    /// <summary>Neighbours are compared.</summary>
    public bool Pairs => next.Count > 0;

    /// <summary>There was an earlier ranking to move in.</summary>
    public bool Moves => entry.Before.Count > 0;

    public static LeaderboardRow For(BoardReport report, BoardEntry entry) => new(entry, [.. report.Leaderboards.Skip(1).Select(static other => new OtherRanking(other))], report.Leaderboards.Count == 0 ? null : report.Leaderboards[0].Pairs);

    public Html Of(Place place, int index)
    {
        bool apart = place.Rank is null && index > 0 && entry.Places[index - 1].Rank is not null;
        string rank = place.Rank is { } number ? (place.Tied ? "=" : "") + Text(number) : "–";
        return Html.Of($"""
            <tr id="{Slug.From(place.Entity)}" data-find="{ShownName.Of(place.Entity)}" data-groups="{Groups(place)}"{Html.When(apart || (index > 0 && tierEnds[index - 1]), $" class=\"apart\"")}>
            <td class="n rank" data-sort="{place.Rank?.ToString(CultureInfo.InvariantCulture)}">{rank}</td>
            <th scope="row" class="entity">{Entity(place)}{NotRanked(place)}</th>
            <td class="n" data-sort="{place.Score?.ToString("R", CultureInfo.InvariantCulture)}">{PlaceText.Score(place, Decimals)}</td>
            {Html.When(Spans, $"<td class=\"span\" data-sort=\"{place.Best?.ToString(CultureInfo.InvariantCulture)}\">{RangeMark.Of(place, Ranked)}{PlaceText.Span(place)}</td>\n")}{Html.When(Pairs, $"{AheadOfNext(place)}\n")}{Html.When(Moves, $"{Change(place)}\n")}<td class="n" data-sort="{PlaceText.Share(place)}">{place.Present}/{place.Columns}</td>
            {Others.Select(other => other.Cell(place.Entity))}</tr>

            """);
    }

    /// <summary>Names of the groups that a reader may narrow the table to.</summary>
    private static string Groups(Place place) => string.Join(' ', new[]
    {
        place.Rank is null ? null : "ranked",
        place.Present == place.Columns ? "complete" : null,
        (place.Best ?? place.Rank) == 1 ? "first" : null,
    }.OfType<string>());

    private Html Entity(Place place) => entry.Entity == ModelPlaces.Entity
        ? Html.Of($"<a href=\"../../{SitePaths.ModelPage(place.Entity)}\">{ShownName.Of(place.Entity)}</a>")
        : Html.Of($"{ShownName.Of(place.Entity)}");

    private static Html NotRanked(Place place) => place.NotRanked is { } why ? Html.Of($" <span class=\"why\">not ranked: {why}</span>") : Html.Empty;

    private Html AheadOfNext(Place place) => next.TryGetValue(place.Entity, out double ahead) && double.IsFinite(ahead)
        ? Html.Of($"<td class=\"n roomy\" data-sort=\"{ahead.ToString("R", CultureInfo.InvariantCulture)}\">{PlaceText.Chance(ahead)}</td>")
        : Html.Of($"<td class=\"n roomy absent\" data-sort=\"\">–</td>");

    private Html Change(Place place) => (entry.Before.GetValueOrDefault(place.Entity), place.Rank) switch
    {
        (0, null) => Html.Of($"<td class=\"n absent\" data-sort=\"\">–</td>"),
        (0, _) => Html.Of($"<td class=\"n up\" data-sort=\"\">new</td>"),
        ({ } was, null) => Html.Of($"<td class=\"n down\" data-sort=\"\">was {was}</td>"),
        ({ } was, { } now) when was == now => Html.Of($"<td class=\"n absent\" data-sort=\"0\">–</td>"),
        ({ } was, { } now) when now < was => Html.Of($"<td class=\"n up\" data-sort=\"{was - now}\"><span class=\"unseen\">up </span><span aria-hidden=\"true\">▲</span> {was - now}</td>"),
        ({ } was, { } now) => Html.Of($"<td class=\"n down\" data-sort=\"{was - now}\"><span class=\"unseen\">down </span><span aria-hidden=\"true\">▼</span> {now - was}</td>"),
    };

    /// <summary>After these rows everybody above is told apart from everybody below: no span crosses.</summary>
    private static bool[] TierEnds(IReadOnlyList<Place> places, int ranked)
    {
        bool[] ends = new bool[places.Count];
        int reach = 0;
        for (int i = 0; i < ranked - 1; i++)
        {
            reach = Math.Max(reach, places[i].Worst ?? ranked);
            ends[i] = reach <= i + 1 && places.Skip(i + 1).Take(ranked - i - 1).All(place => place.Best > i + 1);
        }

        return ends;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Places under another ranking, by entity.</summary>
internal sealed record OtherRanking(Leaderboard Leaderboard)
{
    private readonly Dictionary<string, Standing> standings = Leaderboard.Standings.ToDictionary(static standing => standing.Entity, StringComparer.Ordinal);

    private readonly int decimals = DisplayNumber.Decimals(Leaderboard.Standings.Select(static standing => standing.Score).OfType<double>());

    /// <summary>A plain mean is read beside the adjusted one; scores by rank say nothing that the place does not.</summary>
    public bool ShowsScores => Leaderboard is { Method: RankingMethod.Mean, Missing: MissingPolicy.Exclude };

    public Html Cell(string entity)
    {
        Standing? standing = standings.GetValueOrDefault(entity);
        string place = standing?.Rank?.ToString(CultureInfo.InvariantCulture) ?? "";
        if (ShowsScores && standing?.Score is { } score)
            return Html.Of($"<td class=\"n roomy\" data-sort=\"{place}\">{DisplayNumber.Text(score, decimals)}{Html.When(place.Length > 0, $" ({place})")}</td>\n");
        return place.Length > 0
            ? Html.Of($"<td class=\"n roomy\" data-sort=\"{place}\">{place}</td>\n")
            : Html.Of($"<td class=\"n roomy absent\" data-sort=\"\">–</td>\n");
    }
}
