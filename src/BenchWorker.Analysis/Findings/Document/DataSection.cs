using System.Text;

namespace BenchWorker.Analysis;

/// <summary>The numbers themselves: the whole table where a reader can take it in, else its first and last rows.</summary>
internal static class DataSection
{
    public const string Missing = "–";

    private const int MostRows = 40;

    private const int MostColumns = 30;

    private const int MostFacets = 8;

    public static string Of(HeatmapTable table)
    {
        bool fits = table.Rows.Count <= MostRows && table.Columns.Count <= MostColumns && table.Facets.Count <= MostFacets;
        string body = fits ? Whole(table) : new TableEnds(table).Text();
        return table.DataLink is { } link ? $"{body}\n\n[All values as CSV](<{MarkdownTable.Target(link)}>)" : body;
    }

    /// <summary>A cell of the table as it is printed.</summary>
    public static string Show(HeatmapTable table, int facet, int row, int column)
    {
        double value = table[facet, row, column];
        return double.IsNaN(value) ? Missing : DisplayNumber.Format(value, table.DecimalsOf(facet), signed: table.Content is TableContent.Changes);
    }

    private static string Whole(HeatmapTable table)
    {
        StringBuilder text = new();
        for (int facet = 0; facet < table.Facets.Count; facet++)
        {
            if (table.Facets.Count > 1)
                text.Append(facet > 0 ? "\n\n" : "").Append("**").Append(LabelText.Markdown(table.Facets.Labels[facet])).Append("**\n\n");
            MarkdownTable.Header(text, LabelText.Markdown(table.Rows.Name), [.. table.Columns.Labels.Select(LabelText.Markdown)]);
            for (int row = 0; row < table.Rows.Count; row++)
                MarkdownTable.Line(text, LabelText.Markdown(table.Rows.Labels[row]), [.. Enumerable.Range(0, table.Columns.Count).Select(column => Show(table, facet, row, column))]);
        }

        return text.ToString();
    }
}
