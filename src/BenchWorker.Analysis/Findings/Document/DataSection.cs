using System.Globalization;
using System.Text;

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
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"The table has {table.Rows.Count * table.Facets.Count} rows and {table.Columns.Count} {(table.Columns.Count == 1 ? "column" : "columns")}; ");
        text.Append(lines.Length <= 2 * EndRows ? "each row in brief" : FormattableString.Invariant($"the first and last {EndRows} rows by their mean"));
        text.Append(", over the values that each row has:\n\n");
        MarkdownTable.Header(text, LabelText.Markdown(table.Rows.Name), ["mean", "lowest", "highest", "values"]);
        foreach ((int facet, int row, LineSeries series) in lines.Length <= 2 * EndRows ? lines : [.. lines[..EndRows], .. lines[^EndRows..]])
        {
            string name = LabelText.Markdown(table.Rows.Labels[row]) + (table.Facets.Count > 1 ? ", " + LabelText.Markdown(table.Facets.Labels[facet]) : "");
            MarkdownTable.Line(text, name,
                [
                    DisplayNumber.Format(series.Mean, Math.Min(DisplayNumber.MaxDecimals, table.Decimals + 1)), DisplayNumber.Format(series.Min, table.Decimals),
                    DisplayNumber.Format(series.Max, table.Decimals), series.Count.ToString(CultureInfo.InvariantCulture),
                ]);
        }

        return text.ToString();
    }

    public static string Show(HeatmapTable table, int facet, int row, int column)
    {
        double value = table[facet, row, column];
        return double.IsNaN(value) ? Missing : DisplayNumber.Format(value, table.Decimals);
    }
}
