namespace BenchWorker.Site;

/// <summary>Changes of a board, newest first.</summary>
internal static class ChangeList
{
    private const int ShownOnBoard = 5;

    public static Html Section(BoardEntry board) => board.Changes.Count == 0
        ? Html.Empty
        : Html.Of($"""
            <section aria-labelledby="changes">
            <h2 id="changes">Changes</h2>
            {board.Changes.Take(ShownOnBoard).Select(static change => Of(change, Html.Of($"{DisplayTime.Element(change.DataAsOf)}")))}<p><a href="{BoardFileNames.Feed}">Feed of this board’s changes</a></p>
            </section>

            """);

    public static Html Of(BoardChange change, Html heading, int level = 3) => Html.Of($"""
        <h{level}>{heading}</h{level}>
        <ul>
        {change.Lines.Select(static line => Html.Of($"<li>{line}</li>\n"))}</ul>

        """);
}
