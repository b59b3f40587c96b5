using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>Monotone trends along an ordered axis, one per row (T1) and, by <see cref="TrendSummaries"/>, all together.</summary>
internal static class RowTrends
{
    private const string Evidence = ": {first} at {from}, {last} at {to}; {slope}{unit} from one column to the next (Theil-Sen), {steps} (Kendall tau {tau}, q {q}, n = {n}).";

    private static readonly Template UpAndDown = new(FindingKinds.T1, "{down} {down|step|steps} down and {up} up");
    private static readonly Template OnlyDown = new(FindingKinds.T1, "{down} {down|step|steps} down and none up");
    private static readonly Template OnlyUp = new(FindingKinds.T1, "{up} {up|step|steps} up and none down");

    private static readonly Template Falls = new(FindingKinds.T1, "{row} falls with {axis}{where}" + Evidence);
    private static readonly Template FallsSlightly = new(FindingKinds.T1, "{row} falls slightly with {axis}{where}" + Evidence);
    private static readonly Template Rises = new(FindingKinds.T1, "{row} rises with {axis}{where}" + Evidence);
    private static readonly Template RisesSlightly = new(FindingKinds.T1, "{row} rises slightly with {axis}{where}" + Evidence);
    private static readonly Template NoTrend = new(FindingKinds.T1, "{row} shows no significant monotone trend with {axis}{where}" + Evidence);
    private static readonly Template Constant = new(FindingKinds.T1, "{row} has the same value, {value}, at all {n} steps{where}.");

    /// <summary>A significant change smaller than this share of the scale is called slight.</summary>
    public const double SlightShare = 0.05;

    /// <summary>A total change of this share of the scale counts in full.</summary>
    private const double FullChange = 0.1;

    private const int MinRows = 3;

    public static IEnumerable<Finding> From(TableFacts facts)
    {
        if (!facts.Table.Columns.Ordered || !facts.Table.CommensurableColumns)
            return [];
        RowTrend[] trends = [.. RowTrend.Of(facts)];
        return trends.Select(trend => Of(facts, trend))
            .Concat(trends.GroupBy(static trend => trend.Facet).Where(static facet => facet.Count() >= MinRows).Select(facet => TrendSummaries.From(facts, facet.Key, [.. facet])));
    }

    private static Finding Of(TableFacts facts, RowTrend trend)
    {
        double total = Math.Abs(trend.Slope) * (trend.Series.Indices[^1] - trend.Series.Indices[0]);
        double tau = double.IsNaN(trend.Test.TauB) ? 0 : Math.Abs(trend.Test.TauB);
        return new Finding
        {
            Sentence = trend.Test.Score == 0 && trend.Series.Min == trend.Series.Max ? Flat(facts, trend) : Describe(facts, trend, total),
            Checks = Words(trend, total, facts),
            Effect = facts.Span == 0 ? 0 : tau * Math.Min(1, total / (FullChange * facts.Span)),
            Covered = trend.Series.Count,
            Cells = [.. trend.Series.Indices.Select(column => new CellAddress(trend.Facet, trend.Row, column))],
            Subjects = [facts.Table.Rows.Labels[trend.Row]],
            Test = new TestResult("Mann-Kendall", trend.Test.P, trend.Q),
        };
    }

    private static Sentence Flat(TableFacts facts, RowTrend trend) => Constant.With(
        ("row", Rows(trend.Row)), ("where", Where(trend.Facet)),
        ("value", Number(new Quantity.Over(RegionMeasure.Max, Region.Row(trend.Facet, trend.Row)), trend.Series.Shown[0], facts.Table.DecimalsOf(trend.Facet))),
        ("n", Line(LineMeasure.Count, trend, trend.Series.Count)));

    private static Sentence Describe(TableFacts facts, RowTrend trend, double total)
    {
        bool slight = total < SlightShare * facts.Span;
        Template template = trend.Verdict switch
        {
            TrendVerdict.Falls => slight ? FallsSlightly : Falls,
            TrendVerdict.Rises => slight ? RisesSlightly : Rises,
            _ => NoTrend,
        };
        LineSeries series = trend.Series;
        (int down, int up) = Steps(series.Shown);
        int decimals = facts.Table.DecimalsOf(trend.Facet);
        return template.With(
            ("row", Rows(trend.Row)), ("axis", Label(facts.Table.Columns.Name)), ("where", Where(trend.Facet)),
            ("tau", Line(LineMeasure.Tau, trend, trend.Test.TauB, 2, NumberStyle.Signed)),
            ("q", Probability(TestFamily.RowTrends, trend.Facet, trend.Row, 0, trend.Q)),
            ("n", Line(LineMeasure.Count, trend, series.Count)),
            ("slope", Line(LineMeasure.Slope, trend, trend.Slope, facts.Facet(trend.Facet).MeanDecimals, NumberStyle.Signed)), ("unit", Unit(facts.Table)),
            ("first", Number(At(trend, series.Indices[0]), series.Shown[0], decimals)), ("from", Columns(series.Indices[0])),
            ("last", Number(At(trend, series.Indices[^1]), series.Shown[^1], decimals)), ("to", Columns(series.Indices[^1])),
            ("steps", Clause((up == 0 ? OnlyDown : down == 0 ? OnlyUp : UpAndDown).With(
                ("down", Line(LineMeasure.StepsDown, trend, down)), ("up", Line(LineMeasure.StepsUp, trend, up))))));
    }

    /// <summary>What "falls", "slightly", "first" and "last" claim.</summary>
    private static IReadOnlyList<Check> Words(RowTrend trend, double total, TableFacts facts)
    {
        Quantity q = new Quantity.Corrected(TestFamily.RowTrends, trend.Facet, trend.Row);
        Quantity tau = new Quantity.Line(LineMeasure.Tau, Axis.Row, trend.Facet, trend.Row);
        List<Check> checks =
        [
            new(new Quantity.Line(LineMeasure.First, Axis.Row, trend.Facet, trend.Row), Comparison.Equal, trend.Series.Indices[0]),
            new(new Quantity.Line(LineMeasure.Last, Axis.Row, trend.Facet, trend.Row), Comparison.Equal, trend.Series.Indices[^1]),
        ];
        (int down, int up) = Steps(trend.Series.Shown);
        foreach ((LineMeasure measure, int steps) in new[] { (LineMeasure.StepsDown, down), (LineMeasure.StepsUp, up) })
            if (steps == 0)
                checks.Add(new Check(new Quantity.Line(measure, Axis.Row, trend.Facet, trend.Row), Comparison.Equal, 0));
        if (trend.Verdict != TrendVerdict.NoTrend)
        {
            checks.Add(new Check(q, Comparison.AtMost, TestResult.Alpha));
            checks.Add(new Check(tau, trend.Verdict == TrendVerdict.Falls ? Comparison.Less : Comparison.Greater, 0));
            checks.Add(new Check(
                new Quantity.Absolute(new Quantity.Line(LineMeasure.Slope, Axis.Row, trend.Facet, trend.Row)),
                total < SlightShare * facts.Span ? Comparison.Less : Comparison.AtLeast,
                SlightShare * facts.Span / (trend.Series.Indices[^1] - trend.Series.Indices[0])));
        }
        else
        {
            checks.Add(new Check(q, Comparison.Greater, TestResult.Alpha));
        }

        return checks;
    }

    private static (int Down, int Up) Steps(double[] shown)
    {
        int down = 0;
        int up = 0;
        for (int i = 1; i < shown.Length; i++)
        {
            down += shown[i] < shown[i - 1] ? 1 : 0;
            up += shown[i] > shown[i - 1] ? 1 : 0;
        }

        return (down, up);
    }

    private static Quantity At(RowTrend trend, int column) => new Quantity.Cell(new CellAddress(trend.Facet, trend.Row, column));

    private static Fill Line(LineMeasure measure, RowTrend trend, double value, int decimals = 0, NumberStyle style = NumberStyle.Plain) =>
        Number(new Quantity.Line(measure, Axis.Row, trend.Facet, trend.Row), value, decimals, style);
}
