namespace BenchWorker.Site;

/// <summary>The board's data and figures as files, and how to show them elsewhere.</summary>
internal static class DownloadSection
{
    public static Html Of(BoardRendering board, BoardEntry entry, SiteOptions site) => Html.Of($"""
        <section aria-labelledby="downloads">
        <h2 id="downloads">Downloads</h2>
        <dl class="terms">
        <dt><a href="{BoardFileNames.Leaderboard}">leaderboard.csv</a></dt><dd>Every ranking: rank, span of ranks, score, error, coverage.</dd>
        <dt><a href="{BoardFileNames.Scores}">scores.csv</a></dt><dd>Every cell with its uncertainty, or why it is missing.</dd>
        <dt><a href="{BoardFileNames.Json}">board.json</a></dt><dd>All of it, by a <a href="../../{SitePaths.Schema}">documented schema</a>.</dd>
        <dt><a href="{BoardFileNames.Summary}">summary.md</a></dt><dd>The whole summary as Markdown.</dd>
        <dt><a href="{BoardFileNames.Evidence}">evidence.json</a></dt><dd>Every statement with its cells, its test and its checks.</dd>
        <dt><a href="{BoardFileNames.Feed}">feed.xml</a></dt><dd>Changes of this board, for feed readers.</dd>
        </dl>
        {Snippets(board, entry, site)}{Copies(entry)}</section>

        """);

    private static Html Snippets(BoardRendering board, BoardEntry entry, SiteOptions site)
    {
        string folder = site.BaseUrl is { } home ? new Uri(home, SitePaths.BoardFolder(entry.Slug)).AbsoluteUri : "";
        string where = folder.Length > 0 ? "These addresses stay the same; what they show follows the data." : "Put the address of this folder before the names; they stay the same, and what they show follows the data.";
        return Html.Of($"""
            <h3 id="readme">In a README</h3>
            <p>{where}</p>
            {board.Figures.Take(1).Select(figure => Snippet("The figure, light or dark as the reader prefers", Picture(figure, board.Report.Summary.AltText, folder)))}{Snippet("A badge", $"[![{MarkdownLabel(Badge.Text(entry))}]({folder}{BoardFileNames.BadgeSvg})]({folder}index.html)")}<p><img src="{BoardFileNames.BadgeSvg}" height="20" alt="Badge: {Badge.Text(entry)}" /> <a href="{BoardFileNames.BadgeJson}">badge.json</a> is the same for shields.io.</p>

            """);
    }

    private static Html Snippet(string name, string text) => Html.Of($"""
        <figure class="snippet"><figcaption>{name}</figcaption>
        <pre tabindex="0" data-copy=""><code>{new Html(EscapedText.OfLines(text))}</code></pre></figure>

        """);

    private static string Picture(RenderedFigure figure, string alt, string folder)
    {
        string name = figure.Figure.Slug;
        return $"""
            <picture>
              <source media="(prefers-color-scheme: dark)" srcset="{folder}{BoardFileNames.Svg(name, dark: true)}">
              <img alt="{EscapedText.Of(alt)}" src="{folder}{BoardFileNames.Svg(name, dark: false)}" width="{figure.WidthPx}">
            </picture>
            """;
    }

    /// <summary>Names from the data must not end the label, nor begin markup of their own.</summary>
    private static string MarkdownLabel(string text) => string.Concat(text.Select(static c => c is '[' or ']' or '\\' or '`' or '*' or '_' or '<' or '!' ? "\\" + c : c.ToString())).ReplaceLineEndings(" ");

    private static Html Copies(BoardEntry entry) => entry.Copies.Count == 0
        ? Html.Empty
        : Html.Of($"""
            <h3>Dated copies</h3>
            <p>Links that always give the same bytes.</p>
            <ul>
            {entry.Copies.Select(copy => Html.Of($"<li>{DisplayTime.Element(copy.DataAsOf)}: <a href=\"../../{copy.Csv}\">CSV</a>, <a href=\"../../{copy.Json}\">JSON</a></li>\n"))}</ul>

            """);
}
