using System.Globalization;
using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>One model's scores on one board, each beside the best of its column.</summary>
internal static class ModelScores
{
    /// <summary>Longer tables scroll within the page.</summary>
    private const int TallRows = 25;

    public static Html Of(BoardEntry board, Place place, bool open)
    {
        if (board.Scores is not { } scores || board.Places.ToList().IndexOf(place) is not (>= 0 and var row) || row >= scores.Rows.Count)
            return Html.Empty;
        bool ordered = board.Direction != Direction.Unknown;
        return Html.Of($"""
            <details{Html.When(open, $" open=\"open\"")}>
            <summary>{board.Title}: {place.Present} of {place.Columns} columns</summary>
            <section class="scroll{(scores.Columns.Count > TallRows ? " tall" : "")}" aria-label="Scores on {board.Title}" tabindex="0">
            <table data-sorts="">
            <thead><tr><th scope="col" class="entity" data-sortable="given">Column</th><th scope="col" class="n" data-sortable="descending">Score</th>{Html.When(ordered, $"<th scope=\"col\" class=\"n\" data-sortable=\"ascending\">Place in column</th><th scope=\"col\" class=\"n\" data-sortable=\"descending\">Best</th>")}</tr></thead>
            <tbody>
            {scores.Columns.Select((column, j) => Row(column, scores.Rows[row][j], scores.Ascending(j), board.Direction, scores.Decimals()))}</tbody>
            </table>
            </section>
            </details>

            """);
    }

    /// <param name="ascending">The values of the column, this one among them; the smallest first.</param>
    private static Html Row(string column, double? score, ReadOnlySpan<double> ascending, Direction direction, int decimals)
    {
        Html name = Html.Of($"<th scope=\"row\" class=\"entity\">{ShownName.Of(column)}</th>");
        Html best = direction == Direction.Unknown ? Html.Empty : Number(ascending.IsEmpty ? null : direction == Direction.LowerIsBetter ? ascending[0] : ascending[^1], decimals);
        if (score is not { } value)
            return Html.Of($"<tr>{name}<td class=\"n absent\" data-sort=\"\">no value</td>{Html.When(direction != Direction.Unknown, $"<td class=\"n absent\" data-sort=\"\">–</td>")}{best}</tr>\n");
        int better = direction == Direction.LowerIsBetter ? ascending.IndexOf(value) : ascending.Length - 1 - ascending.LastIndexOf(value);
        return Html.Of($"<tr>{name}{Number(value, decimals)}{Html.When(direction != Direction.Unknown, $"<td class=\"n\" data-sort=\"{better + 1}\">{better + 1} <span class=\"se\">of {ascending.Length}</span></td>")}{best}</tr>\n");
    }

    private static Html Number(double? score, int decimals) => score is { } value
        ? Html.Of($"<td class=\"n\" data-sort=\"{value.ToString("R", CultureInfo.InvariantCulture)}\">{DisplayNumber.Text(value, decimals)}</td>")
        : Html.Of($"<td class=\"n absent\" data-sort=\"\">–</td>");
}
