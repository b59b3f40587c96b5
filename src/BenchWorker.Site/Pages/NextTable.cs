namespace BenchWorker.Site;

/// <summary>Missing cells worth measuring, of one board or of several; one row an entity.</summary>
internal static class NextTable
{
    /// <param name="root">From the page to the site's root.</param>
    /// <param name="several">Whether the table says which board a row belongs to.</param>
    public static Html Of(IReadOnlyList<BoardEntry> boards, string root, int most, bool several = false) => Html.Of($"""
        <section class="scroll" aria-label="Missing cells" tabindex="0">
        <table data-sorts="" class="next">
        <thead><tr>{Html.When(several, $"<th scope=\"col\" data-sortable=\"ascending\">Board</th>")}<th scope="col" class="entity" data-sortable="ascending">{(several ? "Who" : Plural.Capital(boards[0].Entity))}</th><th scope="col" data-sortable="ascending">Run</th><th scope="col">Why</th></tr></thead>
        <tbody>
        {boards.SelectMany(board => Grouped(board).Take(most).Select(group => Row(board, group, root, several)))}</tbody>
        </table>
        </section>

        """);

    /// <summary>Rows in the order of their first cell.</summary>
    public static IReadOnlyList<IReadOnlyList<NextRun>> Grouped(BoardEntry board) =>
        [.. board.Next.GroupBy(static next => (next.Entity, next.Reason)).Select(static IReadOnlyList<NextRun> (group) => [.. group])];

    private static Html Row(BoardEntry board, IReadOnlyList<NextRun> runs, string root, bool several) => Html.Of(
        $"<tr>{Html.When(several, $"<td><a href=\"{root}{SitePaths.BoardPage(board.Slug)}\">{board.Title}</a></td>")}<th scope=\"row\" class=\"entity\">{ShownName.Of(runs[0].Entity)}</th><td class=\"runs\">{string.Join(", ", runs.Select(static run => ShownName.Of(run.Column)))}</td><td>{runs[0].Reason}</td></tr>\n");
}
