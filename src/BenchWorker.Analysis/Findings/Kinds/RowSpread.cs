using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>Which row varies least and which most (U1).</summary>
internal static class RowSpread
{
    private static readonly Template Spread = new(FindingKinds.U1,
        "{least} {least|varies|vary} least across columns{where} (range {low}{unit}); {most} {most|varies|vary} most (range {high}{unit}).");

    private const int MinRows = 3;

    private const int MinValues = 4;

    private const int MostTied = 2;

    /// <summary>Ranges that differ by less than this share of the scale are not worth a sentence.</summary>
    private const double VisibleShare = 0.02;

    public static IEnumerable<Finding> From(TableFacts facts) => facts.Table.CommensurableColumns ? facts.Facets.SelectMany(Of) : [];

    private static IEnumerable<Finding> Of(FacetFacts facet)
    {
        int[] rows = [.. Enumerable.Range(0, facet.Table.Rows.Count).Where(row => facet.Row(row).Count >= MinValues)];
        if (rows.Length < MinRows)
            yield break;
        double[] ranges = [.. rows.Select(row => facet.Row(row).Max - facet.Row(row).Min)];
        (double low, double high) = (ranges.Min(), ranges.Max());
        int[] least = [.. rows.Where((_, i) => facet.Facts.Key.Compare(ranges[i], low) == 0)];
        int[] most = [.. rows.Where((_, i) => facet.Facts.Key.Compare(ranges[i], high) == 0)];
        if (high - low <= VisibleShare * facet.Facts.Span || least.Length > MostTied || most.Length > MostTied)
            yield break;
        yield return new Finding
        {
            Sentence = Spread.With(
                ("least", Rows(least)), ("most", Rows(most)), ("where", Where(facet.Index)), ("unit", Unit(facet.Table)),
                ("low", Number(Range(facet, least[0]), low, facet.Decimals)), ("high", Number(Range(facet, most[0]), high, facet.Decimals))),
            Checks = [.. Extreme(facet, least, rows, Comparison.AtMost), .. Extreme(facet, most, rows, Comparison.AtLeast)],
            Effect = Math.Min(1, (high - low) / facet.Facts.Span),
            Covered = facet.Rows[least[0]].Count + facet.Rows[most[0]].Count,
            Cells = facet.CellsOfRows([.. least, .. most]),
            Subjects = [.. least.Concat(most).Select(row => facet.Table.Rows.Labels[row])],
        };
    }

    /// <summary>No other row with enough values reaches these; rows with fewer values are not compared.</summary>
    private static IEnumerable<Check> Extreme(FacetFacts facet, int[] extreme, int[] compared, Comparison reach)
    {
        int[] except = [.. Enumerable.Range(0, facet.Table.Rows.Count).Where(row => extreme.Contains(row) || Array.BinarySearch(compared, row) < 0)];
        yield return new Check(new Quantity.LinesWhere(LineMeasure.Range, Axis.Row, facet.Index, reach, Range(facet, extreme[0]), except), Comparison.Equal, 0);
        foreach (int row in extreme.Skip(1))
            yield return new Check(Range(facet, row), Comparison.Equal, Range(facet, extreme[0]));
    }

    private static Quantity Range(FacetFacts facet, int row) => new Quantity.Line(LineMeasure.Range, Axis.Row, facet.Index, row);
}
