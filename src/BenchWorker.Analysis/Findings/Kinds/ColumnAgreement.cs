using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>Which columns order the rows alike, and which contrary (R1).</summary>
internal static class ColumnAgreement
{
    private static readonly Template Agree = new(FindingKinds.R1,
        "Of all pairs of columns, {a} and {b} order the rows most alike{where} (Kendall tau {tau}, q {q}).");

    private static readonly Template Disagree = new(FindingKinds.R1,
        "Of all pairs of columns, {a} and {b} order the rows most contrarily{where} (Kendall tau {tau}, q {q}).");

    public static IEnumerable<Finding> From(TableFacts facts)
    {
        if (!ColumnPair.Applies(facts.Table))
            yield break;
        ColumnPair[] pairs = [.. facts.Facets.SelectMany(ColumnPair.In)];
        double[] q = Multiplicity.BenjaminiHochberg([.. pairs.Select(static pair => pair.Test.P)]);
        foreach (IGrouping<int, (ColumnPair Pair, double Q)> facet in pairs.Zip(q).GroupBy(static pair => pair.First.Facet))
        {
            (ColumnPair best, double bestQ) = facet.MaxBy(static pair => pair.Pair.Test.TauB);
            (ColumnPair worst, double worstQ) = facet.MinBy(static pair => pair.Pair.Test.TauB);
            if (best.Test.TauB > 0 && bestQ <= TestResult.Alpha)
                yield return Tell(facts, Agree, best, bestQ);
            if (worst.Test.TauB < 0 && worstQ <= TestResult.Alpha)
                yield return Tell(facts, Disagree, worst, worstQ);
        }
    }

    private static Finding Tell(TableFacts facts, Template template, ColumnPair pair, double q)
    {
        Quantity tau = new Quantity.Structure(StructureMeasure.ColumnTau, pair.Facet, pair.First, pair.Second);
        return new Finding
        {
            Sentence = template.With(
                ("where", Where(pair.Facet)), ("a", Columns(pair.First)), ("b", Columns(pair.Second)),
                ("tau", Number(tau, pair.Test.TauB, 2, NumberStyle.Signed)), ("q", Probability(TestFamily.ColumnAgreement, pair.Facet, pair.First, pair.Second, q))),
            Checks =
            [
                new Check(new Quantity.Corrected(TestFamily.ColumnAgreement, pair.Facet, pair.First, pair.Second), Comparison.AtMost, TestResult.Alpha),
                new Check(tau, Comparison.Equal, new Quantity.Structure(pair.Test.TauB > 0 ? StructureMeasure.HighestColumnTau : StructureMeasure.LowestColumnTau, pair.Facet)),
            ],
            Effect = Math.Abs(pair.Test.TauB),
            Covered = 2 * pair.Rows,
            Cells = facts.Facet(pair.Facet).CellsOfColumns(pair.First, pair.Second),
            Subjects = [facts.Table.Columns.Labels[pair.First], facts.Table.Columns.Labels[pair.Second]],
            Test = new TestResult("Kendall", pair.Test.P, q),
        };
    }
}

/// <summary>Two columns of a facet, compared over the rows that have both.</summary>
/// <param name="Rows">Rows with both values.</param>
internal sealed record ColumnPair(int Facet, int First, int Second, int Rows, KendallTest Test)
{
    public const int MinRows = 6;

    private const int MinColumns = 3;

    private const int MaxColumns = 40;

    /// <summary>Along an ordered axis neighbours agree by nature; too many columns make too many pairs.</summary>
    public static bool Applies(HeatmapTable table) =>
        !table.Columns.Ordered && table.Rows.Count >= MinRows && table.Columns.Count is >= MinColumns and <= MaxColumns;

    /// <summary>Every pair with enough rows in which neither column is constant.</summary>
    public static IEnumerable<ColumnPair> In(FacetFacts facet)
    {
        for (int first = 0; first < facet.Table.Columns.Count; first++)
        {
            for (int second = first + 1; second < facet.Table.Columns.Count; second++)
            {
                (double[] a, double[] b) = Shared(facet, first, second);
                if (a.Length >= MinRows && KendallTest.Of(a, b) is { } test && !double.IsNaN(test.TauB))
                    yield return new ColumnPair(facet.Index, first, second, a.Length, test);
            }
        }
    }

    private static (double[] First, double[] Second) Shared(FacetFacts facet, int first, int second)
    {
        List<double> a = [];
        List<double> b = [];
        for (int row = 0; row < facet.Table.Rows.Count; row++)
        {
            (double x, double y) = (facet.Table[facet.Index, row, first], facet.Table[facet.Index, row, second]);
            if (double.IsNaN(x + y))
                continue;
            a.Add(x);
            b.Add(y);
        }

        return ([.. a], [.. b]);
    }
}
