using System.Globalization;
using System.Text;
using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>The first and the last rows of a table too large to print: whole where they are short, else in brief.</summary>
internal sealed class TableEnds(HeatmapTable table)
{
    /// <summary>Rows shown from each end.</summary>
    private const int EndRows = 10;

    /// <summary>The same of each panel, where these are different metrics and have no common order.</summary>
    private const int PanelEndRows = 5;

    private const int MostPanels = 8;

    /// <summary>More columns than these are told by their mean and their ends.</summary>
    private const int MostWholeColumns = 8;

    private static readonly Template Intro = new(FindingKinds.Document, "The table has {rows} {rows|row|rows} and {columns} {columns|column|columns}{panels}; {what}{order}{brief}{some}:");
    private static readonly Template InPanels = new(FindingKinds.Document, " in each of {n} panels");
    private static readonly Template AllRows = new(FindingKinds.Document, "all rows");
    private static readonly Template Ends = new(FindingKinds.Document, "the first and the last {k} rows");
    private static readonly Template EndsOfEach = new(FindingKinds.Document, "of each the first and the last {k} rows");
    private static readonly Template ByMean = new(FindingKinds.Document, " by their mean");
    private static readonly Template Brief = new(FindingKinds.Document, ", each over the values that it has");
    private static readonly Template FirstPanels = new(FindingKinds.Document, ", of the first {m} panels");
    private static readonly Template All = new(FindingKinds.Document, "All values as shown have the fingerprint {hash}, which changes with any of them.");

    /// <summary>Panels that are different metrics stand one after the other.</summary>
    private readonly bool apart = table.Facets.Count > 1 && !table.CommensurableFacets;

    private readonly bool whole = table.Columns.Count <= MostWholeColumns;

    public string Text()
    {
        StringBuilder text = new();
        if (!apart)
            Write(text, Rows(Enumerable.Range(0, table.Facets.Count)), EndRows);
        foreach (int facet in Enumerable.Range(0, apart ? Math.Min(table.Facets.Count, MostPanels) : 0))
        {
            text.Append(text.Length == 0 ? "" : "\n\n").Append("**").Append(LabelText.Markdown(table.Facets.Labels[facet])).Append("**\n\n");
            Write(text, Rows([facet]), PanelEndRows);
        }

        return $"{Introduction().Markdown(table)}\n\n{text}\n\n{All.With(("hash", Label(Fingerprint.Of(table.Shown)))).Markdown(table)}";
    }

    private Sentence Introduction()
    {
        int k = apart ? PanelEndRows : EndRows;
        bool all = apart ? table.Rows.Count <= 2 * k : Rows(Enumerable.Range(0, table.Facets.Count)).Length <= 2 * k;
        return Intro.With(
            ("rows", Given(apart ? table.Rows.Count : table.Rows.Count * table.Facets.Count)), ("columns", Given(table.Columns.Count)),
            ("panels", Clause(apart ? InPanels.With(("n", Given(table.Facets.Count))) : null)),
            ("what", Clause((all ? AllRows : apart ? EndsOfEach : Ends).With(("k", Given(k))))),
            ("order", Clause(table.CommensurableColumns ? ByMean.With() : null)),
            ("brief", Clause(whole ? null : Brief.With())),
            ("some", Clause(apart && table.Facets.Count > MostPanels ? FirstPanels.With(("m", Given(MostPanels))) : null)));
    }

    /// <summary>Rows with a value, the best mean first; as they are where the columns are different metrics.</summary>
    private (int Facet, int Row, LineSeries Series)[] Rows(IEnumerable<int> facets)
    {
        (int Facet, int Row, LineSeries Series)[] rows =
            [.. from facet in facets from row in Enumerable.Range(0, table.Rows.Count) let series = LineSeries.OfRow(table, facet, row) where series.Count > 0 select (facet, row, series)];
        return table.CommensurableColumns
            ? [.. rows.OrderBy(row => table.Metric.Direction == Direction.LowerIsBetter ? row.Series.Mean : -row.Series.Mean).ThenBy(static row => row.Facet).ThenBy(static row => row.Row)]
            : rows;
    }

    private void Write(StringBuilder text, (int Facet, int Row, LineSeries Series)[] rows, int ends)
    {
        string[] brief = table.CommensurableColumns ? ["mean", "lowest", "highest", "values"] : ["lowest", "highest", "values"];
        MarkdownTable.Header(text, LabelText.Markdown(table.Rows.Name), whole ? [.. table.Columns.Labels.Select(LabelText.Markdown)] : brief);
        foreach ((int facet, int row, LineSeries series) in rows.Length <= 2 * ends ? rows : [.. rows[..ends], .. rows[^ends..]])
            MarkdownTable.Line(text, Name(facet, row), whole ? [.. Enumerable.Range(0, table.Columns.Count).Select(column => DataSection.Show(table, facet, row, column))] : InBrief(facet, series));
    }

    private string Name(int facet, int row) =>
        LabelText.Markdown(table.Rows.Labels[row]) + (table.Facets.Count > 1 && !apart ? ", " + LabelText.Markdown(table.Facets.Labels[facet]) : "");

    private string[] InBrief(int facet, LineSeries series)
    {
        int decimals = table.DecimalsOf(facet);
        string[] ends = [DisplayNumber.Format(series.Min, decimals), DisplayNumber.Format(series.Max, decimals), series.Count.ToString(CultureInfo.InvariantCulture)];
        return table.CommensurableColumns ? [DisplayNumber.Format(series.Mean, Math.Min(DisplayNumber.MaxDecimals, decimals + 1)), .. ends] : ends;
    }
}
