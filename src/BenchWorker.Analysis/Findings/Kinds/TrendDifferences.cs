using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>Pairs of rows whose distance changes along an ordered axis (T9).</summary>
internal static class TrendDifferences
{
    public const int MinShared = 8;

    /// <summary>More rows make more pairs than anyone reads about.</summary>
    public const int MaxRows = 40;

    private const string Evidence = "{where} ({x} against {y}{unit} from one column to the next, Theil-Sen; Mann-Kendall on the difference, q {q}, n = {n}).";

    private static readonly Template FallsFaster = new(FindingKinds.T9, "{a} falls faster with {axis} than {b}" + Evidence);
    private static readonly Template RisesFaster = new(FindingKinds.T9, "{a} rises faster with {axis} than {b}" + Evidence);
    private static readonly Template Part = new(FindingKinds.T9, "{a} and {b} change at different rates with {axis}" + Evidence);

    public static IEnumerable<Finding> From(TableFacts facts)
    {
        HeatmapTable table = facts.Table;
        if (!table.Columns.Ordered || !table.CommensurableColumns || table.Rows.Count > MaxRows)
            return [];
        (FacetFacts Facet, int First, int Second, MannKendall Test)[] tested =
        [
            .. from facet in facts.Facets
               from first in Enumerable.Range(0, table.Rows.Count)
               from second in Enumerable.Range(first + 1, table.Rows.Count - first - 1)
               let differences = Differences(facet, first, second)
               where differences.Length >= MinShared
               select (facet, first, second, MannKendall.Of(differences)),
        ];
        double[] q = Multiplicity.BenjaminiHochberg([.. tested.Select(static pair => pair.Test.P)]);
        return tested.Select((pair, i) => q[i] <= TestResult.Alpha ? Tell(pair.Facet, pair.First, pair.Second, pair.Test, q[i]) : null).OfType<Finding>();
    }

    private static double[] Differences(FacetFacts facet, int first, int second) =>
        [.. Enumerable.Range(0, facet.Table.Columns.Count).Select(column => facet.Table[facet.Index, first, column] - facet.Table[facet.Index, second, column]).Where(static d => !double.IsNaN(d))];

    private static Finding? Tell(FacetFacts facet, int first, int second, MannKendall test, double q)
    {
        (double x, double y) = (Slope(facet, first), Slope(facet, second));
        if (Math.Sign(x - y) != Math.Sign(test.Score))
            return null;
        (int a, int b) = Math.Abs(x) >= Math.Abs(y) ? (first, second) : (second, first);
        if (a != first)
            (x, y) = (y, x);
        Template template = x < 0 && y < 0 ? FallsFaster : x > 0 && y > 0 ? RisesFaster : Part;
        int decimals = Apart(x, y, facet.MeanDecimals);
        Region one = Region.Row(facet.Index, a);
        Region other = Region.Row(facet.Index, b);
        Quantity slopeA = new Quantity.Line(LineMeasure.Slope, Axis.Row, facet.Index, a);
        Quantity slopeB = new Quantity.Line(LineMeasure.Slope, Axis.Row, facet.Index, b);
        int steps = facet.Row(first).Indices[^1] - facet.Row(first).Indices[0];
        return new Finding
        {
            Sentence = template.With(
                ("a", Rows(a)), ("b", Rows(b)), ("where", Where(facet.Index)), ("axis", Label(facet.Table.Columns.Name)), ("unit", Unit(facet.Table)),
                ("x", Number(slopeA, x, decimals, NumberStyle.Signed)), ("y", Number(slopeB, y, decimals, NumberStyle.Signed)),
                ("n", Count(new Quantity.Paired(PairMeasure.Shared, one, other), test.Count)), ("q", Probability(TestFamily.TrendDifferences, facet.Index, first, second, q))),
            Checks =
            [
                new Check(new Quantity.Corrected(TestFamily.TrendDifferences, facet.Index, first, second), Comparison.AtMost, TestResult.Alpha),
                new Check(slopeA, x < y ? Comparison.Less : Comparison.Greater, slopeB),
                .. template == Part ? [] : (Check[])[new Check(slopeA, x < 0 ? Comparison.Less : Comparison.Greater, 0), new Check(slopeB, x < 0 ? Comparison.Less : Comparison.Greater, 0)],
            ],
            Effect = facet.Facts.Span == 0 ? 0 : Math.Min(1, Math.Abs(x - y) * steps / facet.Facts.Span),
            Covered = 2 * test.Count,
            Cells = facet.CellsOfRows(a, b),
            Subjects = [facet.Table.Rows.Labels[a], facet.Table.Rows.Labels[b]],
            Test = new TestResult("Mann-Kendall", test.P, q),
        };
    }

    private static double Slope(FacetFacts facet, int row) => facet.Row(row).Slope;
}
