using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>What a board remembers of its earlier states.</summary>
internal static class BoardHistory
{
    /// <summary>The entry with its changes: the earlier ones, with one more in front if the ranking or its rules differ.</summary>
    /// <param name="previous">The published state; null when the board is new.</param>
    /// <param name="before">The published scores; null when they are not at hand, then no cell is named.</param>
    public static BoardEntry Advance(BoardEntry? previous, BoardEntry current, ScoreTable? before, BoardReport report, int remembered)
    {
        if (previous is null)
            return current with { Changes = [new BoardChange(current.DataAsOf, null, [Opening(current)])] };
        bool samePolicy = previous.Policy is null || previous.Policy == current.Policy;
        if (previous.Places.SequenceEqual(current.Places) && samePolicy)
            return current with { Changes = previous.Changes, Before = previous.Before };
        IReadOnlyList<string> lines = new ChangeText(previous, current, before, report).Lines();
        return current with
        {
            Changes = [.. new[] { new BoardChange(current.DataAsOf, previous.DataAsOf, lines) }.Concat(previous.Changes).Take(remembered)],
            Before = previous.Places.Where(static place => place.Rank is not null).ToDictionary(static place => place.Entity, static place => place.Rank ?? 0, StringComparer.Ordinal),
        };
    }

    private static string Opening(BoardEntry board) =>
        $"The board was published for the first time, with {Plural.Count(board.Places.Count, board.Entity)} and {Plural.Count(board.Columns, "column")}.";
}
