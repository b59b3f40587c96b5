using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>Whether two facets order the rows alike, and whether the same row leads (F4).</summary>
internal static class FacetOrder
{
    private static readonly Template Different = new(FindingKinds.F4,
        "{f} and {g} order the rows with Kendall tau {tau}; {a} leads in {f} and {b} in {g}.");

    private const int MinRows = 4;

    public static IEnumerable<Finding> From(TableFacts facts)
    {
        HeatmapTable table = facts.Table;
        if (table.Facets.Count != 2 || !table.CommensurableFacets || !table.CommensurableColumns || !facts.Ranked || table.Compared != Axis.Row || facts.Count < facts.Size || table.Rows.Count < MinRows)
            yield break;
        (int first, int second) = (Leader(facts.Facet(0)), Leader(facts.Facet(1)));
        double tau = KendallScore.Of([.. facts.Facet(0).Rows.Select(static row => row.Mean)], [.. facts.Facet(1).Rows.Select(static row => row.Mean)]).TauB;
        if (first < 0 || second < 0 || first == second || double.IsNaN(tau))
            yield break;
        yield return new Finding
        {
            Sentence = Different.With(
                ("f", Facets(0)), ("g", Facets(1)), ("a", Rows(first)), ("b", Rows(second)),
                ("tau", Number(new Quantity.Structure(StructureMeasure.FacetTau, 0, 1), tau, 2, NumberStyle.Signed))),
            Checks = [Leads(facts, 0, first), Leads(facts, 1, second), new Check(new Quantity.Over(RegionMeasure.Missing, Region.All), Comparison.Equal, 0)],
            Effect = (1 - tau) / 2,
            Covered = facts.Count,
            Cells = [.. facts.Facet(0).CellsOfRows(first), .. facts.Facet(1).CellsOfRows(second)],
            Subjects = [table.Rows.Labels[first], table.Rows.Labels[second]],
        };
    }

    /// <summary>The row with the best mean; -1 where several share it.</summary>
    private static int Leader(FacetFacts facet)
    {
        double best = facet.Rows.Max(row => facet.Facts.Key.Of(facet.Facts.Sign * row.Mean));
        int[] leaders = [.. Enumerable.Range(0, facet.Rows.Count).Where(row => facet.Facts.Key.Of(facet.Facts.Sign * facet.Rows[row].Mean) == best)];
        return leaders.Length == 1 ? leaders[0] : -1;
    }

    private static Check Leads(TableFacts facts, int facet, int row) => new(
        new Quantity.LinesWhere(LineMeasure.Mean, Axis.Row, facet, facts.Sign > 0 ? Comparison.AtLeast : Comparison.AtMost, new Quantity.Line(LineMeasure.Mean, Axis.Row, facet, row), [row]),
        Comparison.Equal, 0);
}
