namespace BenchWorker.Site;

/// <summary>Missing cells worth measuring, of one board or of several.</summary>
internal static class NextTable
{
    /// <param name="root">From the page to the site's root; empty on a board's own page, which then has no column of boards.</param>
    public static Html Of(IReadOnlyList<BoardEntry> boards, string root, bool several = false) => Html.Of($"""
        <section class="scroll" aria-label="Missing cells" tabindex="0">
        <table data-sorts="">
        <thead><tr>{Html.When(several, $"<th scope=\"col\" data-sortable=\"ascending\">Board</th>")}<th scope="col" data-sortable="ascending">{(several ? "Who" : boards[0].Entity)}</th><th scope="col" data-sortable="ascending">What</th><th scope="col">Why</th></tr></thead>
        <tbody>
        {boards.SelectMany(board => board.Next.Select(next => Row(board, next, root, several)))}</tbody>
        </table>
        </section>

        """);

    private static Html Row(BoardEntry board, NextRun next, string root, bool several) => Html.Of(
        $"<tr>{Html.When(several, $"<td><a href=\"{root}{SitePaths.BoardPage(board.Slug)}\">{board.Title}</a></td>")}<th scope=\"row\" class=\"entity\">{next.Entity}</th><td>{next.Column}</td><td>{next.Reason}</td></tr>\n");
}
