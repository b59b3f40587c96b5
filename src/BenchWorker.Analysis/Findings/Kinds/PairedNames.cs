using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>Rows with an affix against the same rows without it, column by column (G1).</summary>
internal static class PairedNames
{
    private const string Rows = "In {column}{where}, the rows named {affix} are ";
    private const string Evidence = " (mean difference {difference}{unit}; sign test, q {q}).";
    private static readonly Template AllLower = new(FindingKinds.G1, Rows + "lower than their counterparts in all {n} pairs" + Evidence);
    private static readonly Template AllHigher = new(FindingKinds.G1, Rows + "higher than their counterparts in all {n} pairs" + Evidence);
    private static readonly Template Against = new(FindingKinds.G1, Rows + "lower than their counterparts in {lower} of {n} pairs, equal in {equal} and higher in {higher}" + Evidence);

    private const int MinPairs = 3;

    public static IEnumerable<Finding> From(TableFacts facts)
    {
        NamePairs names = NamePairs.Of(facts.Table.Rows.Labels);
        List<Tested> tested = [];
        foreach (FacetFacts facet in facts.Facets)
            for (int group = 0; group < names.Groups.Count; group++)
                for (int column = 0; column < facts.Table.Columns.Count; column++)
                    if (Compare(facet, group, names.Groups[group].Pairs, column) is { } comparison)
                        tested.Add(comparison);
        double[] q = Multiplicity.BenjaminiHochberg([.. tested.Select(static comparison => comparison.P)]);
        return tested.Select((comparison, i) => Tell(facts, comparison, names.Groups[comparison.Group].Affix, q[i]));
    }

    private static Tested? Compare(FacetFacts facet, int group, List<(int With, int Without)> pairs, int column)
    {
        int[] with = [.. pairs.Where(pair => !double.IsNaN(facet.At(pair.With, column) + facet.At(pair.Without, column))).Select(static pair => pair.With)];
        if (with.Length < MinPairs)
            return null;
        int[] without = [.. with.Select(row => pairs.First(pair => pair.With == row).Without)];
        (int lower, int higher, double sum) = (0, 0, 0);
        for (int i = 0; i < with.Length; i++)
        {
            int order = facet.At(with[i], column).CompareTo(facet.At(without[i], column));
            (lower, higher) = (lower + (order < 0 ? 1 : 0), higher + (order > 0 ? 1 : 0));
            sum += facet.Table[facet.Index, with[i], column] - facet.Table[facet.Index, without[i], column];
        }

        return new Tested(facet.Index, group, column, with, without, lower, higher, sum / with.Length, SignTest.P(higher, lower));
    }

    private static Finding Tell(TableFacts facts, Tested test, string affix, double q)
    {
        Region with = new([test.Facet], test.With, [test.Column]);
        Region without = new([test.Facet], test.Without, [test.Column]);
        int pairs = test.With.Length;
        Template template = test.Lower == pairs ? AllLower : test.Higher == pairs ? AllHigher : Against;
        Quantity all = new Quantity.Paired(PairMeasure.Shared, with, without);
        return new Finding
        {
            Sentence = template.With(
                ("column", Columns(test.Column)), ("where", Where(test.Facet)), ("affix", Label(affix)),
                ("lower", Some(new Quantity.Paired(PairMeasure.Lower, with, without), test.Lower)),
                ("equal", Some(new Quantity.Paired(PairMeasure.Equal, with, without), pairs - test.Lower - test.Higher)),
                ("higher", Some(new Quantity.Paired(PairMeasure.Higher, with, without), test.Higher)),
                ("n", Count(all, pairs)),
                ("difference", Number(new Quantity.Paired(PairMeasure.MeanDifference, with, without), test.Difference, facts.MeanDecimals, NumberStyle.Signed)),
                ("unit", Unit(facts.Table)), ("q", Probability(TestFamily.PairedNames, test.Facet, test.Group, test.Column, q))),
            Checks = template == Against ? [] : [new Check(new Quantity.Paired(template == AllLower ? PairMeasure.Lower : PairMeasure.Higher, with, without), Comparison.Equal, all)],
            Effect = facts.Span == 0 ? 0 : Math.Min(1, Math.Abs(test.Difference) / facts.Span),
            Covered = 2 * pairs,
            Cells = [.. test.With.Concat(test.Without).Select(row => new CellAddress(test.Facet, row, test.Column))],
            Subjects = [facts.Table.Columns.Labels[test.Column]],
            Test = new TestResult("sign", test.P, q),
        };
    }

    private sealed record Tested(int Facet, int Group, int Column, int[] With, int[] Without, int Lower, int Higher, double Difference, double P);
}
