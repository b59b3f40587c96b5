using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>Groups of columns, or of rows, whose means lie on different levels (G2).</summary>
/// <remarks>What is exchanged under the permutation is the label of a group: the columns, not their cells, are the sample.</remarks>
internal static class GroupDifferences
{
    private static readonly Template ByColumn = new(FindingKinds.G2,
        "The median of the column means is {x} over the {n} columns of {a} and {y} over the {m} columns of {b}{where} (permutation of the groups, q {q}).");

    private static readonly Template ByRow = new(FindingKinds.G2,
        "The median of the row means is {x} over the {n} rows of {a} and {y} over the {m} rows of {b}{where} (permutation of the groups, q {q}).");

    /// <summary>Random orders of the labels beside the one that is there.</summary>
    public const int Draws = 999;

    public static IEnumerable<Finding> From(TableFacts facts)
    {
        if (!facts.Table.CommensurableColumns)
            return [];
        IReadOnlyList<LabelGroup> groups = LabelGroup.Of(facts.Table);
        GroupPair[] pairs =
        [
            .. from facet in facts.Facets
               where facet.Count == facts.Table.Rows.Count * facts.Table.Columns.Count
               from first in Enumerable.Range(0, groups.Count)
               from second in Enumerable.Range(first + 1, groups.Count - first - 1)
               where groups[first].Axis == groups[second].Axis
               select Test(facet, groups, first, second),
        ];
        double[] q = Multiplicity.BenjaminiHochberg([.. pairs.Select(static pair => pair.P)]);
        return pairs.Zip(q).Where(static pair => pair.Second <= TestResult.Alpha).Select(pair => Tell(facts.Facet(pair.First.Facet), pair.First, pair.Second));
    }

    private static GroupPair Test(FacetFacts facet, IReadOnlyList<LabelGroup> groups, int first, int second)
    {
        double[] a = Means(facet, groups[first]);
        double[] b = Means(facet, groups[second]);
        double[] both = [.. a, .. b];
        double gap = Math.Abs(Selection.Median([.. a]) - Selection.Median([.. b]));
        int hits = 0;
        for (int draw = 0; draw < Draws; draw++)
        {
            Shuffle(both, facet.Table.Seed, draw);
            double shuffled = Math.Abs(Selection.Median([.. both[..a.Length]]) - Selection.Median([.. both[a.Length..]]));
            hits += facet.Facts.Key.Compare(shuffled, gap) >= 0 ? 1 : 0;
            a.CopyTo(both, 0);
            b.CopyTo(both, a.Length);
        }

        return new GroupPair(facet.Index, groups[first], groups[second], first, second, Selection.Median(a), Selection.Median(b), (1.0 + hits) / (Draws + 1));
    }

    private static double[] Means(FacetFacts facet, LabelGroup group) =>
        [.. group.Members.Select(label => group.Axis == Axis.Row ? facet.Rows[label].Mean : facet.Column(label).Mean)];

    /// <summary>Fisher and Yates; draw and place address the random word.</summary>
    private static void Shuffle(double[] values, ulong seed, int draw)
    {
        for (int i = values.Length - 1; i > 0; i--)
        {
            int j = CounterRandom.Below(CounterRandom.Word(seed, (ulong)draw, (ulong)i), i + 1);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }

    private static Finding Tell(FacetFacts facet, GroupPair pair, double q)
    {
        LabelGroup a = pair.A;
        int decimals = Apart(pair.X, pair.Y, facet.MeanDecimals);
        Quantity x = new Quantity.MedianOfMeans(a.Axis, facet.Index, a.Members);
        Quantity y = new Quantity.MedianOfMeans(a.Axis, facet.Index, pair.B.Members);
        return new Finding
        {
            Sentence = (a.Axis == Axis.Row ? ByRow : ByColumn).With(
                ("n", Given(a.Members.Length)), ("a", Label(a.Name)), ("m", Given(pair.B.Members.Length)), ("b", Label(pair.B.Name)), ("where", Where(facet.Index)),
                ("x", Number(x, pair.X, decimals)), ("y", Number(y, pair.Y, decimals)),
                ("q", Probability(TestFamily.GroupDifferences, facet.Index, pair.First, pair.Second, q))),
            Checks = [new Check(new Quantity.Corrected(TestFamily.GroupDifferences, facet.Index, pair.First, pair.Second), Comparison.AtMost, TestResult.Alpha)],
            Effect = facet.Facts.Span == 0 ? 0 : Math.Min(1, 2 * Math.Abs(pair.X - pair.Y) / facet.Facts.Span),
            Cells = a.Axis == Axis.Row ? facet.CellsOfRows([.. a.Members, .. pair.B.Members]) : facet.CellsOfColumns([.. a.Members, .. pair.B.Members]),
            Covered = (a.Members.Length + pair.B.Members.Length) * (a.Axis == Axis.Row ? facet.Table.Columns.Count : facet.Table.Rows.Count),
            Subjects = [a.Name, pair.B.Name],
            Test = new TestResult("permutation", pair.P, q),
        };
    }

    private sealed record GroupPair(int Facet, LabelGroup A, LabelGroup B, int First, int Second, double X, double Y, double P);
}
