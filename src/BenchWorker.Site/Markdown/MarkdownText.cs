using System.Globalization;
using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BenchWorker.Site;

/// <summary>Summaries as HTML. They carry names from the database, so nothing in them may become markup, a link or an image.</summary>
internal static class MarkdownText
{
    /// <summary>The page's own sections have level two.</summary>
    private const int TopHeading = 3;
    private const int DeepestHeading = 6;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    public static Html ToHtml(string markdown)
    {
        MarkdownDocument document = Markdig.Markdown.Parse(EscapedText.VisibleLines(markdown), Pipeline);
        FitHeadings(document);
        foreach (Table table in document.Descendants<Table>())
            AlignByClass(table);
        foreach (LinkInline link in document.Descendants<LinkInline>().ToList())
            link.ReplaceBy(new ContainerInline(), copyChildren: true);
        foreach (AutolinkInline link in document.Descendants<AutolinkInline>().ToList())
            link.ReplaceBy(new LiteralInline(link.Url));
        using StringWriter output = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        HtmlRenderer renderer = new(output);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return new Html(Scrolling(output.ToString()));
    }

    /// <summary>Each table in a region of its own that scrolls and takes the keyboard; names from the data are escaped by now and cannot say "table".</summary>
    private static string Scrolling(string html)
    {
        string[] parts = html.Replace("</table>", "</table>\n</section>", StringComparison.Ordinal).Split("<table>");
        StringBuilder output = new(parts[0]);
        for (int i = 1; i < parts.Length; i++)
            output.Append(CultureInfo.InvariantCulture, $"<section class=\"scroll\" aria-label=\"Table {i} of the summary\" tabindex=\"0\">\n<table>{parts[i]}");
        return output.ToString();
    }

    /// <summary>The document's title is the page's already; its other headings move below the section's.</summary>
    private static void FitHeadings(MarkdownDocument document)
    {
        if (document.FirstOrDefault() is HeadingBlock title && document.OfType<HeadingBlock>().Skip(1).All(heading => heading.Level > title.Level))
            document.Remove(title);
        int shift = TopHeading - document.OfType<HeadingBlock>().Select(static heading => heading.Level).DefaultIfEmpty(TopHeading).Min();
        foreach (HeadingBlock heading in document.Descendants<HeadingBlock>())
            heading.Level = Math.Clamp(heading.Level + shift, TopHeading, DeepestHeading);
    }

    /// <summary>Alignment would be written as a style attribute, which the page's content security policy forbids.</summary>
    private static void AlignByClass(Table table)
    {
        foreach (TableRow row in table.OfType<TableRow>())
        {
            for (int i = 0; i < row.Count && i < table.ColumnDefinitions.Count; i++)
            {
                if (table.ColumnDefinitions[i].Alignment == TableColumnAlign.Right)
                    row[i].GetAttributes().AddClass("n");
            }
        }

        foreach (TableColumnDefinition column in table.ColumnDefinitions)
            column.Alignment = null;
    }
}
