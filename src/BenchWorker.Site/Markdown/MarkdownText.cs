using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BenchWorker.Site;

/// <summary>Summaries as HTML. They carry names from the database, so nothing in them may become markup, a link or an image.</summary>
internal static class MarkdownText
{
    /// <summary>A document's first heading stands below the section's own.</summary>
    private const int HeadingShift = 2;
    private const int DeepestHeading = 6;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    public static Html ToHtml(string markdown)
    {
        MarkdownDocument document = Markdig.Markdown.Parse(Visible(markdown), Pipeline);
        foreach (HeadingBlock heading in document.Descendants<HeadingBlock>())
            heading.Level = Math.Min(DeepestHeading, heading.Level + HeadingShift);
        foreach (LinkInline link in document.Descendants<LinkInline>().ToList())
            link.ReplaceBy(new ContainerInline(), copyChildren: true);
        foreach (AutolinkInline link in document.Descendants<AutolinkInline>().ToList())
            link.ReplaceBy(new LiteralInline(link.Url));
        using StringWriter output = new(System.Globalization.CultureInfo.InvariantCulture) { NewLine = "\n" };
        HtmlRenderer renderer = new(output);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return new Html(output.ToString());
    }

    /// <summary>Hidden and forbidden characters as <see cref="EscapedText"/> shows them; line ends and everything else stay.</summary>
    private static string Visible(string markdown) => EscapedText.VisibleLines(markdown);
}
