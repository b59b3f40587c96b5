using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>Which column has the best and the worst mean (E4), and how many values reach a threshold (E5).</summary>
internal static class ColumnLeaders
{
    private static readonly Template Means = new(FindingKinds.E4,
        "Of the columns, {high} has the highest mean{where} ({x}) and {low} the lowest ({y}), each over all {n} rows.");

    private static readonly Template Reach = new(FindingKinds.E5, "{k} of {n} values are at least {bound}.");

    private const int MinColumns = 3;

    public static IEnumerable<Finding> From(TableFacts facts) => Thresholds(facts).Concat(
        facts.Table.CommensurableColumns && facts.Table.Columns.Count >= MinColumns && facts.Table.Rows.Count >= 2 ? facts.Facets.SelectMany(Of) : []);

    private static IEnumerable<Finding> Of(FacetFacts facet)
    {
        HeatmapTable table = facet.Table;
        if (facet.Count < table.Rows.Count * table.Columns.Count)
            yield break;
        double[] means = [.. Enumerable.Range(0, table.Columns.Count).Select(column => facet.Column(column).Mean)];
        (int high, int low) = (Array.IndexOf(means, means.Max()), Array.IndexOf(means, means.Min()));
        TieKey key = facet.Facts.Key;
        if (means.Count(mean => key.Compare(mean, means[high]) == 0) > 1 || means.Count(mean => key.Compare(mean, means[low]) == 0) > 1 || facet.Facts.Span == 0)
            yield break;
        int decimals = Apart(means[high], means[low], facet.MeanDecimals);
        yield return new Finding
        {
            Sentence = Means.With(
                ("high", Columns(high)), ("low", Columns(low)), ("where", Where(facet.Index)), ("n", Count(new Quantity.Size(Axis.Row), table.Rows.Count)),
                ("x", Number(Mean(facet, high), means[high], decimals)), ("y", Number(Mean(facet, low), means[low], decimals))),
            Checks =
            [
                new Check(new Quantity.LinesWhere(LineMeasure.Mean, Axis.Column, facet.Index, Comparison.AtLeast, Mean(facet, high), [high]), Comparison.Equal, 0),
                new Check(new Quantity.LinesWhere(LineMeasure.Mean, Axis.Column, facet.Index, Comparison.AtMost, Mean(facet, low), [low]), Comparison.Equal, 0),
                new Check(new Quantity.Over(RegionMeasure.Missing, Region.Facet(facet.Index)), Comparison.Equal, 0),
            ],
            Effect = Math.Min(1, (means[high] - means[low]) / facet.Facts.Span),
            Covered = 2 * table.Rows.Count,
            Cells = facet.CellsOfColumns(high, low),
            Subjects = [table.Columns.Labels[high], table.Columns.Labels[low]],
        };
    }

    private static Quantity Mean(FacetFacts facet, int column) => new Quantity.Line(LineMeasure.Mean, Axis.Column, facet.Index, column);

    private static IEnumerable<Finding> Thresholds(TableFacts facts)
    {
        if (facts.Table.Threshold is not { } bound || facts.Count == 0)
            yield break;
        int reached = facts.Table.Shown.Count(value => facts.Key.Holds(value, Comparison.AtLeast, bound));
        yield return new Finding
        {
            Sentence = Reach.With(
                ("k", Count(new Quantity.CountWhere(Region.All, Comparison.AtLeast, new Quantity.Constant(bound)), reached)),
                ("n", Count(new Quantity.Over(RegionMeasure.Count, Region.All), facts.Count)), ("bound", Given(bound, facts.Table.Decimals))),
            Effect = (double)reached / facts.Count,
            Covered = facts.Count,
        };
    }
}
