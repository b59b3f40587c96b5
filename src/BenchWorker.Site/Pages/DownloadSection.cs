namespace BenchWorker.Site;

/// <summary>The board's data and figures as files, and how to show them elsewhere.</summary>
internal static class DownloadSection
{
    public static Html Of(BoardRendering board, BoardEntry entry) => Html.Of($"""
        <section aria-labelledby="downloads">
        <h2 id="downloads">Downloads</h2>
        <dl class="terms">
        <dt><a href="{BoardFileNames.Leaderboard}">leaderboard.csv</a></dt><dd>Every ranking with rank intervals, scores, errors and coverage.</dd>
        <dt><a href="{BoardFileNames.Scores}">scores.csv</a></dt><dd>Every cell, with its uncertainty, or why it is missing.</dd>
        <dt><a href="{BoardFileNames.Json}">board.json</a></dt><dd>All of it as JSON, by a <a href="../../{SitePaths.Schema}">documented schema</a>.</dd>
        <dt><a href="{BoardFileNames.Summary}">summary.md</a></dt><dd>The summary as Markdown.</dd>
        <dt><a href="{BoardFileNames.Evidence}">evidence.json</a></dt><dd>Every claim of the summary with the cells and the test behind it.</dd>
        <dt><a href="{BoardFileNames.BadgeSvg}">badge.svg</a></dt><dd>A badge; <a href="{BoardFileNames.BadgeJson}">badge.json</a> for shields.io.</dd>
        </dl>
        {Snippet(board)}{Copies(entry)}</section>

        """);

    private static Html Snippet(BoardRendering board)
    {
        if (board.Figures.Count == 0)
            return Html.Empty;
        RenderedFigure first = board.Figures[0];
        string name = first.Figure.Slug;
        string text = $"""
            <picture>
              <source media="(prefers-color-scheme: dark)" srcset="{BoardFileNames.Svg(name, dark: true)}">
              <img alt="{EscapedText.Of(board.Report.Summary.AltText)}" src="{BoardFileNames.Svg(name, dark: false)}" width="{first.WidthPx}">
            </picture>
            """;
        return Html.Of($"""
            <h3>For a README</h3>
            <p>These names stay; put the address of this folder before them.</p>
            <pre tabindex="0"><code>{new Html(EscapedText.OfLines(text))}</code></pre>

            """);
    }

    private static Html Copies(BoardEntry entry) => entry.Copies.Count == 0
        ? Html.Empty
        : Html.Of($"""
            <h3>Dated copies</h3>
            <p>Links that always give the same bytes.</p>
            <ul>
            {entry.Copies.Select(copy => Html.Of($"<li>{DisplayTime.Element(copy.DataAsOf)}: <a href=\"../../{copy.Csv}\">CSV</a>, <a href=\"../../{copy.Json}\">JSON</a></li>\n"))}</ul>

            """);
}
