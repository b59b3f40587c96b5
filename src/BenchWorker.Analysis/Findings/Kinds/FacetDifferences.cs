using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>How two facets compare, cell against cell (F1, F2, F3).</summary>
internal static class FacetDifferences
{
    private static readonly Template Tested = new(FindingKinds.F1,
        "{a} is higher than {b} in {higher}, equal in {equal} and lower in {lower} of {n} shared {n|cell|cells}; the means are {x} and {y} (sign test, p {p}).");

    private static readonly Template Untested = new(FindingKinds.F1,
        "{a} is higher than {b} in {higher}, equal in {equal} and lower in {lower} of {n} shared {n|cell|cells}; the means are {x} and {y} (too few unequal cells for a test).");

    private static readonly Template Scales = new(FindingKinds.F2, "The panels use different colour scales ({scales}), so equal colours do not mean equal values.");
    private static readonly Template Scale = new(FindingKinds.F2, "{facet} {low} to {high}");
    private static readonly Template ManyScales = new(FindingKinds.F2, "Each of the {n} panels has a colour scale of its own, so equal colours do not mean equal values.");

    private static readonly Template Gap = new(FindingKinds.F3, "The panels differ most by {gap}{unit}, at {cells}.");
    private static readonly Template TiedGap = new(FindingKinds.F3, "The panels differ most by {gap}{unit}, in {n} cells.");

    /// <summary>Fewer unequal cells cannot reach five percent in a sign test.</summary>
    private const int MinTested = 6;

    private const int MostNamed = 4;

    public static IEnumerable<Finding> From(TableFacts facts)
    {
        HeatmapTable table = facts.Table;
        if (table.ColorRanges is { } ranges && ranges.Distinct().Count() > 1)
            yield return ColourScales(table, ranges);
        if (table.Facets.Count != 2 || !table.CommensurableFacets)
            yield break;
        List<int> shared = [.. Enumerable.Range(0, facts.Facet(0).Shown.Length).Where(i => !double.IsNaN(facts.Facet(0).Shown[i] + facts.Facet(1).Shown[i]))];
        if (shared.Count < 2)
            yield break;
        yield return Compare(facts, shared);
        if (LargestGap(facts, shared) is { } gap)
            yield return gap;
    }

    private static Finding ColourScales(HeatmapTable table, IReadOnlyList<ValueRange> ranges) => new()
    {
        Sentence = ranges.Count > MostNamed
            ? ManyScales.With(("n", Count(new Quantity.Size(Axis.Facet), ranges.Count)))
            : Scales.With(("scales", new Fill.Clauses([.. ranges.Select((range, facet) => OneScale(table, facet, range))], ", "))),
        Effect = 1,
        Covered = table.Shown.Length,
    };

    private static Sentence OneScale(HeatmapTable table, int facet, ValueRange range) =>
        Scale.With(("facet", Facets(facet)), ("low", Given(range.Low, table.DecimalsOf(facet))), ("high", Given(range.High, table.DecimalsOf(facet))));

    private static Finding Compare(TableFacts facts, List<int> shared)
    {
        (int higher, int equal, int lower) = (0, 0, 0);
        (double first, double second) = (0, 0);
        foreach (int i in shared)
        {
            int order = facts.Facet(0).Shown[i].CompareTo(facts.Facet(1).Shown[i]);
            (higher, equal, lower) = (higher + (order > 0 ? 1 : 0), equal + (order == 0 ? 1 : 0), lower + (order < 0 ? 1 : 0));
            first += facts.Facet(0).Stored[i];
            second += facts.Facet(1).Stored[i];
        }

        bool tested = higher + lower >= MinTested;
        double p = SignTest.P(higher, lower);
        (double x, double y) = (first / shared.Count, second / shared.Count);
        int decimals = Apart(x, y, Math.Min(DisplayNumber.MaxDecimals, facts.Table.Decimals + 2));
        return new Finding
        {
            Sentence = (tested ? Tested : Untested).With(
                ("a", Facets(0)), ("b", Facets(1)),
                ("higher", Pair(PairMeasure.Higher, higher, style: NumberStyle.NoneForZero)), ("equal", Pair(PairMeasure.Equal, equal, style: NumberStyle.NoneForZero)), ("lower", Pair(PairMeasure.Lower, lower, style: NumberStyle.NoneForZero)),
                ("n", Pair(PairMeasure.Shared, shared.Count)),
                ("x", Pair(PairMeasure.FirstMean, x, decimals)), ("y", Pair(PairMeasure.SecondMean, y, decimals)),
                ("p", Pair(PairMeasure.SignP, p, ProbabilityDecimals, NumberStyle.Probability))),
            Effect = 0.5 + (0.5 * Math.Abs(higher - lower) / shared.Count),
            Covered = 2 * shared.Count,
            Subjects = facts.Table.Facets.Labels,
            Test = tested ? new TestResult("sign", p, p) : null,
        };
    }

    private static Finding? LargestGap(TableFacts facts, List<int> shared)
    {
        HeatmapTable table = facts.Table;
        double largest = shared.Max(i => Math.Abs(facts.Facet(0).Shown[i] - facts.Facet(1).Shown[i]));
        if (facts.Key.Of(largest) == 0)
            return null;
        int[] at = [.. shared.Where(i => facts.Key.Compare(Math.Abs(facts.Facet(0).Shown[i] - facts.Facet(1).Shown[i]), largest) == 0)];
        CellAddress[] cells = [.. at.Select(i => new CellAddress(0, i / table.Columns.Count, i % table.Columns.Count))];
        Quantity gap = new Quantity.Paired(PairMeasure.LargestGap, Region.Facet(0), Region.Facet(1));
        Fill value = Number(gap, largest, table.Decimals);
        return new Finding
        {
            Sentence = cells.Length > MostNamed
                ? TiedGap.With(("gap", value), ("unit", Unit(table)), ("n", Count(new Quantity.Paired(PairMeasure.GapCount, Region.Facet(0), Region.Facet(1)), cells.Length)))
                : Gap.With(("gap", value), ("unit", Unit(table)), ("cells", new Fill.Clauses([.. cells.Select(Place)], "; "))),
            Checks = [.. cells.Take(MostNamed).Select(cell => new Check(new Quantity.Absolute(Across(cell)), Comparison.Equal, gap))],
            Effect = facts.Span == 0 ? 0 : Math.Min(1, largest / facts.Span),
            Covered = 2,
            Cells = [.. cells, .. cells.Select(static cell => cell with { Facet = 1 })],
        };
    }

    private static readonly Template OnePlace = new(FindingKinds.F3, "{row}, {column}");

    private static Sentence Place(CellAddress cell) => OnePlace.With(("row", Rows(cell.Row)), ("column", Columns(cell.Column)));

    private static Quantity Across(CellAddress cell) =>
        new Quantity.Difference(new Quantity.Cell(cell), new Quantity.Cell(cell with { Facet = 1 }));

    private static Fill Pair(PairMeasure measure, double value, int decimals = 0, NumberStyle style = NumberStyle.Plain) =>
        Number(new Quantity.Paired(measure, Region.Facet(0), Region.Facet(1)), value, decimals, style);
}
