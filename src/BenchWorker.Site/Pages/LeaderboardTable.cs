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
        LeaderboardRow row = LeaderboardRow.For(report, entry);
        string tall = entry.Places.Count > TallRows ? " tall" : "";
        return Html.Of($"""
            <section aria-labelledby="leaderboard">
            <h2 id="leaderboard">Leaderboard</h2>
            <p>By {MethodText.Name(first.ScoredBy).ToLowerInvariant()} over {Plural.Count(entry.Columns, "column")}. {Html.When(report.RankingReason is not null, $"{report.RankingReason} ")}{Legend(first, row)}</p>
            <section class="scroll{tall}" aria-label="Leaderboard table" tabindex="0">
            <table data-sorts="" data-filter="Find a {entry.Entity}">
            <thead><tr>
            <th scope="col" class="n rank" data-sortable="ascending" aria-sort="ascending">Rank</th>
            <th scope="col" class="entity" data-sortable="ascending">{Plural.Capital(entry.Entity)}</th>
            <th scope="col" class="n" data-sortable="{(Ranker.LowerIsFirst(first.Method, entry.Direction) ? "ascending" : "descending")}">{MethodText.Name(first.ScoredBy)}{UnitOf(entry, first.Method)}</th>
            {Html.When(row.Spans, $"<th scope=\"col\" data-sortable=\"ascending\">May rank</th>\n")}{Html.When(row.Pairs, $"<th scope=\"col\" class=\"n roomy\" data-sortable=\"descending\">Ahead of next</th>\n")}{Html.When(row.Moves, $"<th scope=\"col\" class=\"n\" data-sortable=\"descending\">Change</th>\n")}<th scope="col" class="n" data-sortable="descending">Measured</th>
            {row.Others.Select(static other => Html.Of($"<th scope=\"col\" class=\"n roomy\" data-sortable=\"ascending\">{MethodText.Name(other.Leaderboard.Method)}</th>\n"))}</tr></thead>
            <tbody>
            {entry.Places.Select((place, index) => row.Of(place, index))}</tbody>
            </table>
            </section>
            {Notes(first)}</section>

            """);
    }

    private static Html Legend(Leaderboard first, LeaderboardRow row)
    {
        string ties = row.Spans ? $"“May rank” is the span of ranks that {MethodText.Phrase(first.Intervals)} cannot tell apart; do not read an order within it. " : "";
        string equal = row.Tied ? "“=” marks equal scores. " : "";
        string lines = row.Tiers ? "A line parts groups that are told apart. " : "";
        string pairs = row.Pairs ? "“Ahead of next” is how often an entity stays ahead of the one below it when the columns are drawn again. " : "";
        string others = Others(row.Others);
        return Html.Of($"{ties}{equal}{lines}<span class=\"roomy\">{pairs}{others}</span>");
    }

    /// <summary>What stands at the right, by the names in the header.</summary>
    private static string Others(IReadOnlyList<OtherRanking> others)
    {
        string[] means = [.. others.Where(static other => other.ShowsScores).Select(Name)], places = [.. others.Where(static other => !other.ShowsScores).Select(Name)];
        string mean = means.Length == 0 ? "" : $"“{means[0]}” is the plain mean of the cells that are there, in brackets the place by it. ";
        return places.Length == 0 ? mean.TrimEnd() : $"{mean}{string.Join(", ", places.Select(static name => $"“{name}”"))}: {(places.Length == 1 ? "the place by that other ranking" : "the places by those other rankings")} of the same scores.";

        static string Name(OtherRanking other) => MethodText.Name(other.Leaderboard.Method);
    }

    private static Html Notes(Leaderboard first) => first.Notes.Count == 0
        ? Html.Empty
        : Html.Of($"<ul class=\"small muted\">\n{first.Notes.Select(static note => Html.Of($"<li>{note}</li>\n"))}</ul>\n");

    private static string UnitOf(BoardEntry entry, RankingMethod method) =>
        method is RankingMethod.Mean or RankingMethod.AdjustedMean && !string.IsNullOrEmpty(entry.Unit) ? $" ({entry.Unit})" : "";
}
