using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>Columns that crowd at an end of their scale (S1, S2). Silent unless the metric declares its limits.</summary>
internal static class ScaleEnds
{
    private static readonly Template Ceiling = new(FindingKinds.S1,
        "{column} is close to its limit{where}: {k} of {n} values are at least {bound} (limit {limit}).");

    private static readonly Template CeilingLower = new(FindingKinds.S1,
        "{column} is close to its limit{where}: {k} of {n} values are at most {bound} (limit {limit}).");

    private static readonly Template Floor = new(FindingKinds.S2,
        "{column} is near the bottom of its scale{where} in {k} of {n} rows (values from {low} to {high}{exact}){group}.");

    private static readonly Template Exact = new(FindingKinds.S2, "; exactly {floor} in {m}");
    private static readonly Template Group = new(FindingKinds.S2, ", namely every row named {affix}");

    private const int MinValues = 5;

    private const double CeilingShare = 0.75;

    private const double CeilingWidth = 0.05;

    private const double FloorWidth = 0.1;

    /// <summary>A floor is only told where the rest of the column stands clearly apart.</summary>
    private const double FloorContrast = 0.5;

    public static IEnumerable<Finding> From(TableFacts facts)
    {
        if (facts.Table.Columns.Ordered || facts.Table.Metric is not { Lower: { } low, Upper: { } high } || !(high > low))
            yield break;
        NamePairs pairs = NamePairs.Of(facts.Table.Rows.Labels);
        foreach (FacetFacts facet in facts.Facets)
        {
            for (int column = 0; column < facts.Table.Columns.Count; column++)
            {
                LineSeries series = facet.Column(column);
                if (series.Count < MinValues)
                    continue;
                if (CeilingOf(facet, column, series) is { } ceiling)
                    yield return ceiling;
                if (facts.Sign > 0 && FloorOf(facet, column, series, pairs) is { } floor)
                    yield return floor;
            }
        }
    }

    private static Finding? CeilingOf(FacetFacts facet, int column, LineSeries series)
    {
        bool higher = facet.Facts.Sign > 0;
        double limit = (higher ? facet.Table.Metric.Upper : facet.Table.Metric.Lower) ?? double.NaN;
        (double bound, int decimals) = Readable(limit - (facet.Facts.Sign * CeilingWidth * facet.Facts.Span), facet.Decimals);
        Comparison comparison = higher ? Comparison.AtLeast : Comparison.AtMost;
        int[] rows = Where(facet, series, comparison, bound);
        if (rows.Length < CeilingShare * series.Count)
            return null;
        return new Finding
        {
            Sentence = (higher ? Ceiling : CeilingLower).With(
                ("column", Columns(column)), ("where", SentenceBuilder.Where(facet.Index)),
                ("k", Number(new Quantity.CountWhere(Region.Column(facet.Index, column), comparison, new Quantity.Constant(bound)), rows.Length, 0)),
                ("n", CountOf(facet, column, series)), ("bound", Given(bound, decimals)), ("limit", Given(limit, facet.Decimals))),
            Effect = (double)rows.Length / series.Count,
            Covered = rows.Length,
            Cells = [.. rows.Select(row => new CellAddress(facet.Index, row, column))],
            Subjects = [facet.Table.Columns.Labels[column]],
        };
    }

    private static Finding? FloorOf(FacetFacts facet, int column, LineSeries series, NamePairs pairs)
    {
        double limit = facet.Table.Metric.Lower ?? double.NaN;
        double bound = limit + (FloorWidth * facet.Facts.Span);
        int[] rows = Where(facet, series, Comparison.AtMost, bound);
        if (rows.Length < 2 || rows.Length == series.Count || series.Max - series.Min <= FloorContrast * facet.Facts.Span)
            return null;
        double[] low = [.. rows.Select(row => facet.At(row, column))];
        Region cells = new([facet.Index], rows, [column]);
        int exact = low.Count(value => value == limit);
        return new Finding
        {
            Sentence = Floor.With(
                ("column", Columns(column)), ("where", SentenceBuilder.Where(facet.Index)),
                ("k", Number(new Quantity.CountWhere(Region.Column(facet.Index, column), Comparison.AtMost, new Quantity.Constant(bound)), rows.Length, 0)),
                ("n", CountOf(facet, column, series)),
                ("low", Number(new Quantity.Over(RegionMeasure.Min, cells), low.Min(), facet.Decimals)),
                ("high", Number(new Quantity.Over(RegionMeasure.Max, cells), low.Max(), facet.Decimals)),
                ("exact", Clause(exact == 0 ? null : ExactlyAt(facet, column, limit, exact))),
                ("group", Clause(pairs.AffixOf(rows) is { } affix ? Group.With(("affix", Label(affix))) : null))),
            Checks = [.. rows.Select(row => new Check(new Quantity.Cell(new CellAddress(facet.Index, row, column)), Comparison.AtMost, bound))],
            Effect = 1,
            Covered = rows.Length,
            Cells = [.. rows.Select(row => new CellAddress(facet.Index, row, column))],
            Subjects = [facet.Table.Columns.Labels[column]],
        };
    }

    private static Sentence ExactlyAt(FacetFacts facet, int column, double limit, int exact) => Exact.With(
        ("floor", Given(limit, facet.Decimals)),
        ("m", Count(new Quantity.CountWhere(Region.Column(facet.Index, column), Comparison.Equal, new Quantity.Constant(limit)), exact)));

    private static Fill CountOf(FacetFacts facet, int column, LineSeries series) =>
        Count(new Quantity.Line(LineMeasure.Count, Axis.Column, facet.Index, column), series.Count);

    private static int[] Where(FacetFacts facet, LineSeries series, Comparison comparison, double bound) =>
        [.. series.Indices.Where((_, i) => facet.Facts.Key.Holds(series.Shown[i], comparison, bound))];

    /// <summary>A bound as the reader sees it is the bound that is used.</summary>
    private static (double Bound, int Decimals) Readable(double bound, int decimals)
    {
        int most = Math.Min(DisplayNumber.MaxDecimals, decimals + 3);
        while (decimals < most && Math.Abs(DisplayNumber.Round(bound, decimals) - bound) > 1e-12 * Math.Abs(bound))
            decimals++;
        return (DisplayNumber.Round(bound, decimals), decimals);
    }
}
