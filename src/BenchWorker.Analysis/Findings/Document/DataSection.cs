using System.Globalization;
using System.Text;
using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>The numbers themselves: the whole table where a reader can take it in, else its first and last rows.</summary>
internal static class DataSection
{
    public const string Missing = "–";

    private const int MostRows = 40;

    private const int MostColumns = 30;

    private const int MostFacets = 8;

    /// <summary>Rows shown from each end of a table too large to print.</summary>
    private const int EndRows = 10;

    private const string Size = "The table has {rows} {rows|row|rows} and {columns} {columns|column|columns}; ";
    private static readonly Template Brief = new(FindingKinds.Document, Size + "each row in brief, over the values that it has:");
    private static readonly Template OnlyEnds = new(FindingKinds.Document, Size + "the first and the last {k} rows by their mean, each over the values that it has:");
    private static readonly Template All = new(FindingKinds.Document, "All values as shown have the fingerprint {hash}, which changes with any of them.");

    public static string Of(HeatmapTable table)
    {
        bool fits = table.Rows.Count <= MostRows && table.Columns.Count <= MostColumns && table.Facets.Count <= MostFacets;
        string body = fits ? Whole(table) : Ends(table);
        return table.DataLink is { } link ? $"{body}\n\n[All values as CSV](<{MarkdownTable.Target(link)}>)" : body;
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

    private static string Ends(HeatmapTable table)
    {
        (int Facet, int Row, LineSeries Series)[] lines =
        [
            .. (from facet in Enumerable.Range(0, table.Facets.Count)
                from row in Enumerable.Range(0, table.Rows.Count)
                let series = LineSeries.OfRow(table, facet, row)
                where series.Count > 0
                orderby table.Metric.Direction == Direction.LowerIsBetter ? series.Mean : -series.Mean, facet, row
                select (facet, row, series)),
        ];
        bool all = lines.Length <= 2 * EndRows;
        StringBuilder text = new();
        text.Append((all ? Brief : OnlyEnds).With(
            ("rows", Given(table.Rows.Count * table.Facets.Count)), ("columns", Given(table.Columns.Count)), ("k", Given(EndRows))).Markdown(table)).Append("\n\n");
        MarkdownTable.Header(text, LabelText.Markdown(table.Rows.Name), ["mean", "lowest", "highest", "values"]);
        foreach ((int facet, int row, LineSeries series) in all ? lines : [.. lines[..EndRows], .. lines[^EndRows..]])
            MarkdownTable.Line(text, Name(table, facet, row), InBrief(table, series));
        return text.Append("\n\n").Append(All.With(("hash", Label(Fingerprint.Of(table.Shown)))).Markdown(table)).ToString();
    }

    private static string Name(HeatmapTable table, int facet, int row) =>
        LabelText.Markdown(table.Rows.Labels[row]) + (table.Facets.Count > 1 ? ", " + LabelText.Markdown(table.Facets.Labels[facet]) : "");

    private static string[] InBrief(HeatmapTable table, LineSeries series) =>
    [
        DisplayNumber.Format(series.Mean, Math.Min(DisplayNumber.MaxDecimals, table.Decimals + 1)), DisplayNumber.Format(series.Min, table.Decimals),
        DisplayNumber.Format(series.Max, table.Decimals), series.Count.ToString(CultureInfo.InvariantCulture),
    ];

    private static string Show(HeatmapTable table, int facet, int row, int column)
    {
        double value = table[facet, row, column];
        return double.IsNaN(value) ? Missing : DisplayNumber.Format(value, table.Decimals, signed: table.Content is TableContent.Changes);
    }
}
