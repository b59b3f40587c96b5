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
        int decimals = DisplayNumber.Decimals(scores.Rows.SelectMany(static one => one).OfType<double>());
        bool ordered = board.Direction != Direction.Unknown;
        return Html.Of($"""
            <details{Html.When(open, $" open=\"open\"")}>
            <summary>{board.Title}: {place.Present} of {place.Columns} columns</summary>
            <section class="scroll{(scores.Columns.Count > TallRows ? " tall" : "")}" aria-label="Scores on {board.Title}" tabindex="0">
            <table data-sorts="">
            <thead><tr><th scope="col" class="entity" data-sortable="given">Column</th><th scope="col" class="n" data-sortable="descending">Score</th>{Html.When(ordered, $"<th scope=\"col\" class=\"n\" data-sortable=\"ascending\">Place in column</th><th scope=\"col\" class=\"n\" data-sortable=\"descending\">Best</th>")}</tr></thead>
            <tbody>
            {scores.Columns.Select((column, j) => Row(column, [.. scores.Rows.Select(one => one[j])], row, board.Direction, decimals))}</tbody>
            </table>
            </section>
            </details>

            """);
    }

    private static Html Row(string column, double?[] scores, int row, Direction direction, int decimals)
    {
        Html name = Html.Of($"<th scope=\"row\" class=\"entity\">{ShownName.Of(column)}</th>");
        Html best = direction == Direction.Unknown ? Html.Empty : Number(direction == Direction.LowerIsBetter ? scores.Min() : scores.Max(), decimals);
        if (scores[row] is not { } score)
            return Html.Of($"<tr>{name}<td class=\"n absent\" data-sort=\"\">no value</td>{Html.When(direction != Direction.Unknown, $"<td class=\"n absent\" data-sort=\"\">–</td>")}{best}</tr>\n");
        int better = scores.Count(other => direction == Direction.LowerIsBetter ? other < score : other > score), measured = scores.Count(static other => other is not null);
        return Html.Of($"<tr>{name}{Number(score, decimals)}{Html.When(direction != Direction.Unknown, $"<td class=\"n\" data-sort=\"{better + 1}\">{better + 1} <span class=\"se\">of {measured}</span></td>")}{best}</tr>\n");
    }

    private static Html Number(double? score, int decimals) => score is { } value
        ? Html.Of($"<td class=\"n\" data-sort=\"{value.ToString("R", CultureInfo.InvariantCulture)}\">{DisplayNumber.Text(value, decimals)}</td>")
        : Html.Of($"<td class=\"n absent\" data-sort=\"\">–</td>");
}
