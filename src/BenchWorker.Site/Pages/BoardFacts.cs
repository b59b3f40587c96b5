namespace BenchWorker.Site;

/// <summary>One line of facts under a board's title.</summary>
internal static class BoardFacts
{
    public static Html Of(BoardEntry board)
    {
        int cells = board.Places.Count * board.Columns, ranked = board.Places.Count(static place => place.Rank is not null);
        return Html.Of($"""
            <ul class="facts">
            <li><b>{board.Places.Count}</b> {(board.Places.Count == 1 ? board.Entity : Plural.Of(board.Entity))}{Html.When(ranked < board.Places.Count, $", <b>{ranked}</b> ranked")}</li>
            <li><b>{board.Columns}</b> {(board.Columns == 1 ? "column" : "columns")}</li>
            <li><b>{(cells == 0 ? "0 %" : DisplayNumber.Percent((double)board.Present / cells))}</b> measured</li>
            <li><b>{MethodText.Phrase(board.Direction)}</b> scores{Unit(board.Unit)}</li>
            <li>Data as of <b>{DisplayTime.Element(board.DataAsOf)}</b></li>
            </ul>

            """);
    }

    private static Html Unit(string? unit) => string.IsNullOrEmpty(unit) ? Html.Empty : Html.Of($", in {unit}");
}
