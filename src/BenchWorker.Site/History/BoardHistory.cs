using System.Globalization;

namespace BenchWorker.Site;

/// <summary>What a board remembers of its earlier states.</summary>
internal static class BoardHistory
{
    /// <summary>How many movers a change names; the others are counted.</summary>
    private const int NamedMovers = 8;

    /// <summary>The changes to remember after this state: the earlier ones, with one more in front if the ranking differs.</summary>
    /// <param name="previous">The published state; null when the board is new.</param>
    public static IReadOnlyList<BoardChange> Advance(BoardEntry? previous, BoardEntry current, int remembered)
    {
        if (previous is null)
            return [new BoardChange(current.DataAsOf, null, [Opening(current)])];
        if (previous.Places.SequenceEqual(current.Places) && previous.Method == current.Method)
            return previous.Changes;
        IReadOnlyList<string> lines = Compare(previous, current);
        return [.. new[] { new BoardChange(current.DataAsOf, previous.DataAsOf, lines) }.Concat(previous.Changes).Take(remembered)];
    }

    private static string Opening(BoardEntry board) =>
        $"The board was published for the first time, with {Plural.Count(board.Places.Count, board.Entity)} and {Plural.Count(board.Columns, "column")}.";

    private static List<string> Compare(BoardEntry before, BoardEntry after)
    {
        List<string> lines = [];
        if (before.Method != after.Method)
            lines.Add($"The ranking changed from {MethodText.Name(before.Method)} to {MethodText.Name(after.Method)}; places are not comparable with those before.");
        Dictionary<string, Place> old = before.Places.ToDictionary(static place => place.Entity, StringComparer.Ordinal);
        Dictionary<string, Place> now = after.Places.ToDictionary(static place => place.Entity, StringComparer.Ordinal);
        lines.AddRange(Listed(after.Places.Where(place => !old.ContainsKey(place.Entity)).Select(static place => place.Rank is null ? $"{place.Entity} entered, not ranked." : $"{place.Entity} entered at {RankText.Of(place)}.")));
        lines.AddRange(Listed(before.Places.Where(place => !now.ContainsKey(place.Entity)).Select(static place => $"{place.Entity} left.")));
        lines.AddRange(Listed(Movers(old, after.Places)));
        if (before.Columns != after.Columns)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"The board now has {Plural.Count(after.Columns, "column")}, {before.Columns} before."));
        int rescored = after.Places.Count(place => old.TryGetValue(place.Entity, out Place? was) && was.Rank == place.Rank && was != place);
        if (rescored > 0)
            lines.Add($"{Plural.Count(rescored, after.Entity)} kept the place with another score, interval or coverage.");
        return lines;
    }

    private static IEnumerable<string> Movers(Dictionary<string, Place> old, IEnumerable<Place> places) => places
        .Where(place => old.TryGetValue(place.Entity, out Place? was) && was.Rank != place.Rank)
        .Select(place => (Place: place, Was: old[place.Entity]))
        .OrderByDescending(static move => move.Place.Rank is { } to && move.Was.Rank is { } from ? Math.Abs(from - to) : int.MaxValue)
        .ThenBy(static move => move.Place.Rank ?? int.MaxValue)
        .Select(static move => Move(move.Place, move.Was));

    private static string Move(Place place, Place was) => (was.Rank, place.Rank) switch
    {
        (null, _) => $"{place.Entity} is now ranked, at {RankText.Of(place)}.",
        (_, null) => $"{place.Entity} is no longer ranked ({place.NotRanked}); it was {RankText.Of(was)}.",
        ({ } from, { } to) => string.Create(
            CultureInfo.InvariantCulture,
            $"{place.Entity} {(to < from ? "rose" : "fell")} from {from} to {to}{(Overlap(place, was) ? ", within the range of ranks the data cannot tell apart" : "")}."),
    };

    private static bool Overlap(Place place, Place was) =>
        place.Best is { } best && place.Worst is { } worst && was.Rank >= best && was.Rank <= worst;

    private static string[] Listed(IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        return all.Length <= NamedMovers ? all : [.. all.Take(NamedMovers), $"… and {all.Length - NamedMovers} more like these."];
    }
}
