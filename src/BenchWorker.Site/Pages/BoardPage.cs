namespace BenchWorker.Site;

/// <summary>The page of one board.</summary>
internal sealed record BoardPage(SiteOptions Site, BoardRendering Rendered, BoardEntry Entry)
{
    private const int ShownNext = 5;

    private BoardReport Report => Rendered.Report;

    public SiteFile Write()
    {
        string path = SitePaths.BoardPage(Entry.Slug);
        PageShell shell = new(Site, path, Entry.Title, Report.Summary.AltText, Entry.DataAsOf)
        {
            Feed = SitePaths.BoardFolder(Entry.Slug) + BoardFileNames.Feed,
            PreviewImage = Rendered.Figures.Count == 0 ? null : SitePaths.BoardFolder(Entry.Slug) + BoardFileNames.Png(Rendered.Figures[0].Figure.Slug, dark: false),
        };
        return shell.Write(Html.Of($"""
            <h1>{Entry.Title}</h1>
            {Description()}{BoardFacts.Of(Entry)}{Warnings()}{Contents()}{LeaderboardTable.Of(Report, Entry)}{FigureSection.Of(Rendered)}{Summary()}{ScoresTable.Of(Report)}{ChangeList.Section(Entry)}{NextSection()}{MethodSection.Of(Report)}{DownloadSection.Of(Rendered, Entry)}
            """));
    }

    private Html Description() => string.IsNullOrWhiteSpace(Entry.Description) ? Html.Empty : Html.Of($"<p class=\"lead\">{Entry.Description}</p>\n");

    private Html Warnings() => Report.Warnings.Count == 0
        ? Html.Empty
        : Html.Of($"<aside class=\"note\" aria-label=\"Before you compare\"><ul>\n{Report.Warnings.Select(static warning => Html.Of($"<li>{warning}</li>\n"))}</ul></aside>\n");

    private Html Contents()
    {
        (string Id, string Name, bool There)[] sections =
        [
            ("leaderboard", "Leaderboard", Entry.Places.Count > 0),
            ("figures", "Figures", Rendered.Figures.Count > 0),
            ("summary", "Summary", Report.Summary.Markdown.Length > 0),
            ("scores", "Scores", ScoresTable.IsShown(Report.Table)),
            ("changes", "Changes", Entry.Changes.Count > 0),
            ("next", "What to run next", Entry.Next.Count > 0),
            ("methods", "Methods", true),
            ("downloads", "Downloads", true),
        ];
        return Html.Of($"""
            <nav class="contents" aria-label="On this page"><ul>
            {sections.Where(static section => section.There).Select(static section => Html.Of($"<li><a href=\"#{section.Id}\">{section.Name}</a></li>\n"))}</ul></nav>

            """);
    }

    private Html Summary() => Report.Summary.Markdown.Length == 0
        ? Html.Empty
        : Html.Of($"<section aria-labelledby=\"summary\" class=\"prose\">\n<h2 id=\"summary\">Summary</h2>\n{MarkdownText.ToHtml(Report.Summary.Markdown)}</section>\n");

    private Html NextSection() => Entry.Next.Count == 0
        ? Html.Empty
        : Html.Of($"""
            <section aria-labelledby="next">
            <h2 id="next">What to run next</h2>
            <p>Missing cells, the ones that would settle most first.</p>
            {NextTable.Of([Entry with { Next = [.. Entry.Next.Take(ShownNext)] }], "")}{Html.When(Entry.Next.Count > ShownNext, $"<p><a href=\"../../{SitePaths.Next}\">More of them, on all boards</a></p>\n")}</section>

            """);
}
