using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>How sure single cells are: runs that scatter more than the lead, the widest interval, runs that are not alike in number (U2, U3, M3).</summary>
internal static class Uncertainties
{
    private static readonly Template Scatter = new(FindingKinds.U2,
        "In {column}{where} the lead of {a} over {b} ({gap}{unit}) is smaller than the standard deviation of the runs of {a} ({spread}{unit}, {n} runs).");

    private static readonly Template Widest = new(FindingKinds.U3,
        "The least certain cell is {cell}: {value}, standard error {error}.");

    private static readonly Template Unequal = new(FindingKinds.M3,
        "Cells show the best of {low} to {high} runs; more runs raise the best that is to be expected.");

    private const int MinRuns = 3;

    private const int MinErrors = 5;

    public static IEnumerable<Finding> From(TableFacts facts) => Widths(facts).Concat(BestOf(facts)).Concat(facts.Facets.SelectMany(Scattered));

    private static IEnumerable<Finding> Scattered(FacetFacts facet)
    {
        HeatmapTable table = facet.Table;
        if (table is not { RunSpreads: { } spreads, RunCounts: { } runs } || !facet.Facts.Ranked || table.Compared != Axis.Row || facet.Facts.Span == 0)
            yield break;
        for (int column = 0; column < table.Columns.Count; column++)
        {
            int[] order = [.. facet.Column(column).Indices.OrderByDescending(row => facet.Facts.Sign * facet.At(row, column))];
            if (order.Length < 2)
                continue;
            CellAddress first = new(facet.Index, order[0], column);
            CellAddress second = new(facet.Index, order[1], column);
            int at = table.Index(facet.Index, first.Row, column);
            double gap = Math.Abs(facet.At(first.Row, column) - facet.At(second.Row, column));
            double spread = DisplayNumber.Round(spreads[at], facet.MeanDecimals);
            if (runs[at] < MinRuns || runs[table.Index(facet.Index, second.Row, column)] < MinRuns || facet.Facts.Key.Of(gap) == 0 || !(spread > gap))
                continue;
            Quantity lead = new Quantity.Absolute(new Quantity.Difference(new Quantity.Cell(first), new Quantity.Cell(second)));
            yield return new Finding
            {
                Sentence = Scatter.With(
                    ("column", Columns(column)), ("where", Where(facet.Index)), ("a", Rows(first.Row)), ("b", Rows(second.Row)), ("unit", Unit(table)),
                    ("gap", Number(lead, gap, facet.Decimals)), ("spread", Number(new Quantity.Precision(PrecisionMeasure.RunSpread, first), spreads[at], facet.MeanDecimals)),
                    ("n", Count(new Quantity.Precision(PrecisionMeasure.Runs, first), runs[at]))),
                Checks =
                [
                    new Check(lead, Comparison.Less, new Quantity.Precision(PrecisionMeasure.RunSpread, first)),
                    new Check(new Quantity.Cell(first), Comparison.Equal, new Quantity.Over(facet.Facts.Sign > 0 ? RegionMeasure.Max : RegionMeasure.Min, Region.Column(facet.Index, column))),
                ],
                Effect = Math.Min(1, spread / facet.Facts.Span),
                Covered = 2,
                Cells = [first, second],
                Subjects = [table.Rows.Labels[first.Row], table.Rows.Labels[second.Row]],
            };
        }
    }

    private static IEnumerable<Finding> Widths(TableFacts facts)
    {
        HeatmapTable table = facts.Table;
        if (table.StandardErrors is not { } errors || facts.Span == 0 || !table.CommensurableFacets || !table.CommensurableColumns)
            yield break;
        int[] known = [.. Enumerable.Range(0, errors.Length).Where(i => !double.IsNaN(errors[i]) && !double.IsNaN(table.Stored[i]))];
        if (known.Length < MinErrors)
            yield break;
        int widest = known.MaxBy(i => errors[i]);
        if (known.Count(i => errors[i] == errors[widest]) > 1)
            yield break;
        CellAddress cell = new(widest / table.Columns.Count / table.Rows.Count, widest / table.Columns.Count % table.Rows.Count, widest % table.Columns.Count);
        Quantity error = new Quantity.Precision(PrecisionMeasure.StandardError, cell);
        yield return new Finding
        {
            Sentence = Widest.With(
                ("cell", new Fill.Cells([cell])), ("value", Number(new Quantity.Cell(cell), table.Shown[widest], table.Decimals)),
                ("error", Number(error, errors[widest], facts.MeanDecimals))),
            Checks = [new Check(error, Comparison.Equal, new Quantity.Precision(PrecisionMeasure.LargestError, cell))],
            Effect = Math.Min(1, errors[widest] / facts.Span),
            Covered = 1,
            Cells = [cell],
            Subjects = [table.Rows.Labels[cell.Row]],
        };
    }

    private static IEnumerable<Finding> BestOf(TableFacts facts)
    {
        if (facts.Table is not { Runs: RunPolicy.Best, RunCounts: { } runs } || facts.Count == 0)
            yield break;
        int[] present = [.. runs.Where((count, i) => count > 0 && !double.IsNaN(facts.Table.Stored[i]))];
        if (present.Length == 0 || present.Min() == present.Max())
            yield break;
        CellAddress any = default;
        yield return new Finding
        {
            Sentence = Unequal.With(
                ("low", Count(new Quantity.Precision(PrecisionMeasure.FewestRuns, any), present.Min())),
                ("high", Count(new Quantity.Precision(PrecisionMeasure.MostRuns, any), present.Max()))),
            Effect = 1 - ((double)present.Min() / present.Max()),
            Covered = facts.Count,
        };
    }
}
