using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>Pairs of rows of which one is ahead up to some place along an ordered axis and the other from there on (T8).</summary>
/// <remarks>A split counts with the weaker of its two sign tests, so that both sides must show it; Holm over the splits of a pair, then
/// Benjamini-Hochberg over the pairs.</remarks>
internal static class RowCrossings
{
    /// <summary>Fewer values on a side cannot reach five percent in a sign test.</summary>
    public const int MinSide = 6;

    private static readonly Template Cross = new(FindingKinds.T8,
        "Up to {until}, {a} is ahead of {b} in {k} of {n} values{where}; from {from} on, {b} is ahead of {a} in {j} of {m} (sign tests on both sides, Holm over the places to split, q {q}).");

    public static IEnumerable<Finding> From(TableFacts facts)
    {
        HeatmapTable table = facts.Table;
        if (!Applies(table))
            return [];
        RowCrossing[] tested =
        [
            .. from facet in facts.Facets
               from first in Enumerable.Range(0, table.Rows.Count)
               from second in Enumerable.Range(first + 1, table.Rows.Count - first - 1)
               select RowCrossing.Of(facet, first, second) into crossing
               where crossing is not null
               select crossing,
        ];
        double[] q = Multiplicity.BenjaminiHochberg([.. tested.Select(static crossing => crossing.P)]);
        return tested.Zip(q).Where(static pair => pair.Second <= TestResult.Alpha).Select(pair => Tell(facts.Facet(pair.First.Facet), pair.First, pair.Second));
    }

    /// <summary>Along an ordered axis, where one side of it is better.</summary>
    public static bool Applies(HeatmapTable table) => table is { Columns.Ordered: true, CommensurableColumns: true, Compared: Axis.Row }
        && table.Metric.Direction != Direction.Unknown && table.Rows.Count <= TrendDifferences.MaxRows;

    private static Finding Tell(FacetFacts facet, RowCrossing crossing, double q)
    {
        int[] before = crossing.Columns[..crossing.Split];
        int[] after = crossing.Columns[crossing.Split..];
        (int a, int b) = crossing.FirstLeadsEarly ? (crossing.First, crossing.Second) : (crossing.Second, crossing.First);
        PairMeasure ahead = facet.Facts.Sign > 0 ? PairMeasure.Higher : PairMeasure.Lower;
        return new Finding
        {
            Sentence = Cross.With(
                ("until", new Fill.Position(before[^1])), ("from", new Fill.Position(after[0])), ("a", Rows(a)), ("b", Rows(b)), ("where", Where(facet.Index)),
                ("k", Both(ahead, a, b, before, crossing.Early)), ("n", Both(PairMeasure.Shared, a, b, before, before.Length)),
                ("j", Both(ahead, b, a, after, crossing.Late)), ("m", Both(PairMeasure.Shared, a, b, after, after.Length)),
                ("q", Probability(TestFamily.Crossings, facet.Index, crossing.First, crossing.Second, q))),
            Checks =
            [
                new Check(new Quantity.Corrected(TestFamily.Crossings, facet.Index, crossing.First, crossing.Second), Comparison.AtMost, TestResult.Alpha),
                new Check(new Quantity.Structure(StructureMeasure.Crossing, facet.Index, crossing.First, crossing.Second), Comparison.Equal, before[^1]),
            ],
            Effect = (double)(crossing.Early + crossing.Late) / crossing.Columns.Length,
            Covered = 2 * crossing.Columns.Length,
            Cells = [.. crossing.Columns.SelectMany(column => new[] { new CellAddress(facet.Index, a, column), new CellAddress(facet.Index, b, column) })],
            Subjects = [facet.Table.Rows.Labels[a], facet.Table.Rows.Labels[b]],
            Test = new TestResult("sign", crossing.P, q),
        };

        Fill Both(PairMeasure measure, int first, int second, int[] columns, int value) =>
            Count(new Quantity.Paired(measure, new Region([facet.Index], [first], columns), new Region([facet.Index], [second], columns)), value);
    }
}
