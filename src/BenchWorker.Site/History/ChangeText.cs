using System.Globalization;
using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>What changed on a board between two publications, in sentences: rules, who came and went, who moved and which cells moved them.</summary>
internal sealed class ChangeText
{
    /// <summary>How many movers a change names; the others are counted.</summary>
    private const int NamedMovers = 8;

    private const int NamedCells = 3;

    private readonly BoardEntry before;
    private readonly BoardEntry after;
    private readonly Dictionary<string, Place> old;
    private readonly CellChanges? cells;
    private readonly Dictionary<string, RankMove> splits;
    private readonly int decimals;

    public ChangeText(BoardEntry before, BoardEntry after, ScoreTable? scores, BoardReport report)
    {
        (this.before, this.after) = (before, after);
        old = before.Places.ToDictionary(static place => place.Entity, StringComparer.Ordinal);
        cells = scores is null ? null : CellChanges.Between(scores, report.Table);
        splits = scores is null ? [] : Splits(scores, report);
        decimals = DisplayNumber.Decimals(report.Table.Cells.ToArray().Where(static cell => cell.HasValue).Select(static cell => cell.Value));
    }

    public IReadOnlyList<string> Lines()
    {
        HashSet<string> now = [.. after.Places.Select(static place => place.Entity)];
        List<string> lines = [];
        if (before.Policy is { } policy && after.Policy is { } rules)
            lines.AddRange(rules.Since(policy));
        lines.AddRange(Listed(after.Places.Where(place => !old.ContainsKey(place.Entity)).Select(static place => place.Rank is null ? $"{place.Entity} entered, not ranked." : $"{place.Entity} entered at {RankText.Of(place)}.")));
        lines.AddRange(Listed(before.Places.Where(place => !now.Contains(place.Entity)).Select(static place => $"{place.Entity} left; it was at {RankText.Of(place)}.")));
        lines.AddRange(Listed(Movers()));
        if (before.Columns != after.Columns)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"The board now has {Plural.Count(after.Columns, "column")}, {before.Columns} before."));
        if (Counted() is { Length: > 0 } counted)
            lines.Add(counted);
        int rescored = after.Places.Count(place => old.TryGetValue(place.Entity, out Place? was) && was.Rank == place.Rank && was != place);
        if (rescored > 0)
            lines.Add($"{Plural.Count(rescored, after.Entity)} kept the place with another score, span or coverage.");
        return lines.Count > 0 ? lines : ["Settings changed; places did not."];
    }

    private IEnumerable<string> Movers() => after.Places
        .Where(place => old.TryGetValue(place.Entity, out Place? was) && was.Rank != place.Rank)
        .Select(place => (Place: place, Was: old[place.Entity]))
        .OrderByDescending(static move => move.Place.Rank is { } to && move.Was.Rank is { } from ? Math.Abs(from - to) : int.MaxValue)
        .ThenBy(static move => move.Place.Rank ?? int.MaxValue)
        .Select(move => Move(move.Place, move.Was));

    private string Move(Place place, Place was) => (was.Rank, place.Rank) switch
    {
        (null, _) => $"{place.Entity} is now ranked, at {RankText.Of(place)}{Cause(place.Entity)}.",
        (_, null) => $"{place.Entity} is no longer ranked ({place.NotRanked}); it was {RankText.Of(was)}{Cause(place.Entity)}.",
        ({ } from, { } to) => string.Create(
            CultureInfo.InvariantCulture,
            $"{place.Entity} {(to < from ? "rose" : "fell")} from {from} to {to}{(Overlap(place, was) ? ", within the span of ranks the data cannot tell apart" : "")}{Split(place.Entity, from, to)}{Cause(place.Entity)}."),
    };

    /// <summary>The cells that moved an entity, the largest first.</summary>
    private string Cause(string entity)
    {
        IReadOnlyList<CellChange> moved = cells?.Of(entity) ?? [];
        if (moved.Count == 0)
            return cells is null ? "" : "; no cell of its own changed";
        string named = string.Join(", ", moved.Take(NamedCells).Select(change => $"{change.Column} {Shown(change.Before)} → {Shown(change.After)}"));
        return moved.Count > NamedCells ? string.Create(CultureInfo.InvariantCulture, $": {named} and {moved.Count - NamedCells} more") : $": {named}";
    }

    private string Shown(double? value) => value is { } number ? DisplayNumber.Text(number, decimals) : "none";

    /// <summary>How much of a move is due to others, where anything is.</summary>
    private string Split(string entity, int from, int to)
    {
        if (!splits.TryGetValue(entity, out RankMove? split) || split.OldRank != from || split.NewRank != to || (split.DueToLeavers == 0 && split.DueToEntrants == 0))
            return "";
        string[] parts = [.. new[] { Part(split.DueToScores, "scores"), Part(split.DueToLeavers, "leavers"), Part(split.DueToEntrants, "entrants") }.OfType<string>()];
        return $" ({string.Join(", ", parts)})";
    }

    private static string? Part(int change, string cause) => change == 0
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(change)} {(change < 0 ? "up" : "down")} by {cause}");

    private string Counted()
    {
        string[] parts = [.. new[] { Part(cells?.Changed, "changed"), Part(cells?.Added, "new"), Part(cells?.Lost, "gone") }.OfType<string>()];
        return parts.Length == 0 ? "" : $"Cells: {string.Join(", ", parts)}.";

        static string? Part(int? count, string what) => count > 0 ? string.Create(CultureInfo.InvariantCulture, $"{count} {what}") : null;
    }

    /// <summary>Moves are split for boards ordered by the mean only: the split is computed on means.</summary>
    private static Dictionary<string, RankMove> Splits(ScoreTable scores, BoardReport report) => report.Leaderboards is [{ Method: RankingMethod.Mean } first, ..]
        ? RankChange.Between(scores, report.Table, first.Missing, first.Seed).Moves.ToDictionary(static move => move.Entity, StringComparer.Ordinal)
        : [];

    private static bool Overlap(Place place, Place was) =>
        place.Best is { } best && place.Worst is { } worst && was.Rank >= best && was.Rank <= worst;

    private static string[] Listed(IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        return all.Length <= NamedMovers ? all : [.. all.Take(NamedMovers), $"… and {all.Length - NamedMovers} more like these."];
    }
}
