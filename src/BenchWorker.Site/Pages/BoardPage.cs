namespace BenchWorker.Site;

/// <summary>The page of one board.</summary>
internal sealed record BoardPage(SiteOptions Site, BoardRendering Rendered, BoardEntry Entry)
{
    private const int ShownNext = 5;

    /// <summary>More are folded away under the first, so that they do not push the results down.</summary>
    private const int OpenWarnings = 3;

    private BoardReport Report => Rendered.Report;

    public SiteFile Write()
    {
        string folder = SitePaths.BoardFolder(Entry.Slug);
        PageShell shell = new(Site, SitePaths.BoardPage(Entry.Slug), Entry.Title, Report.Summary.AltText, Entry.Freshness)
        {
            Feed = folder + BoardFileNames.Feed,
            PreviewImage = folder + BoardFileNames.Preview,
        };
        Observations observations = Observations.Of(Report.Summary);
        return shell.Write(Html.Of($"""
            <h1>{Entry.Title}</h1>
            {Description()}{BoardFacts.Of(Entry)}{Warnings()}{Brief(observations)}{Contents()}{LeaderboardTable.Of(Report, Entry)}{FigureSection.Of(Rendered, observations)}{Prose()}{ChangeList.Section(Entry)}{NextSection()}{OrderSection.Of(Report)}{MethodSection.Of(Report)}{DownloadSection.Of(Rendered, Entry, Site)}
            """));
    }

    private Html Description() => string.IsNullOrWhiteSpace(Entry.Description) ? Html.Empty : Html.Of($"<p class=\"lead\">{Entry.Description}</p>\n");

    private Html Warnings()
    {
        Html list = Html.Of($"<ul>\n{Report.Warnings.Select(static warning => Html.Of($"<li>{warning}</li>\n"))}</ul>");
        return Report.Warnings.Count switch
        {
            0 => Html.Empty,
            <= OpenWarnings => Html.Of($"<aside class=\"note\" aria-label=\"Before you compare\">{list}</aside>\n"),
            int many => Html.Of($"<aside class=\"note\" aria-label=\"Before you compare\"><details><summary>{Report.Warnings[0]} And {many - 1} more remarks before you compare.</summary>{list}</details></aside>\n"),
        };
    }

    private static Html Brief(Observations observations) => observations.Brief.Count == 0
        ? Html.Empty
        : Html.Of($"<section class=\"brief\" aria-label=\"In short\">\n{ObservationList.Of(observations.Brief)}</section>\n");

    private Html Contents()
    {
        (string Id, string Name, bool There)[] sections =
        [
            ("leaderboard", "Leaderboard", Entry.Places.Count > 0),
            ("figures", Rendered.Figures.Count == 1 ? "Figure" : "Figures", Rendered.Figures.Count > 0),
            ("data", "Table", Rendered.Figures.Count > 0 && DataTable.IsShown(Report.Summary.Figures.FirstOrDefault(one => one.Table.Name == Rendered.Figures[0].Figure.Slug)?.Table)),
            ("changes", "Changes", Entry.Changes.Count > 0),
            ("next", "What to run next", Entry.Next.Count > 0),
            ("order", "How firm the order is", OrderSection.IsShown(Report)),
            ("methods", "Methods", true),
            ("downloads", "Downloads", true),
        ];
        return Html.Of($"""
            <nav class="contents" aria-label="On this page"><ul>
            {sections.Where(static section => section.There).Select(static section => Html.Of($"<li><a href=\"#{section.Id}\">{section.Name}</a></li>\n"))}</ul></nav>

            """);
    }

    /// <summary>A summary that came as text only is printed as it is.</summary>
    private Html Prose() => Report.Summary.Figures.Count > 0 || Report.Summary.Markdown.Length == 0
        ? Html.Empty
        : Html.Of($"<section aria-labelledby=\"summary\" class=\"prose\">\n<h2 id=\"summary\">Summary</h2>\n{MarkdownText.ToHtml(Report.Summary.Markdown)}</section>\n");

    private Html NextSection() => Entry.Next.Count == 0
        ? Html.Empty
        : Html.Of($"""
            <section aria-labelledby="next">
            <h2 id="next">What to run next</h2>
            <p>Missing cells that could narrow the most spans of ranks, first.</p>
            {NextTable.Of([Entry], "../../", ShownNext)}{Html.When(NextTable.Grouped(Entry).Count > ShownNext, $"<p><a href=\"../../{SitePaths.Next}\">More of them, on all boards</a></p>\n")}</section>

            """);
}
