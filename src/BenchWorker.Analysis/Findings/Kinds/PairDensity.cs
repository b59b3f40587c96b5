using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>Two rows measured on the same items: who is higher how often, whether that turns around, where both are at an end (Q1, Q2, Q3).</summary>
internal static class PairDensity
{
    private static readonly Template Shares = new(FindingKinds.Q1,
        "Of {n} shared {items}, {x} is higher than {y} in {h}{hp}, lower in {l}{lp} and equal in {e}{ep}; "
        + "mean difference {d}{unit} (sign test, p {p}).");

    private static readonly Template Share = new(FindingKinds.Q1, " ({percent} percent)");

    private const string Bands = "In {n} {n|band|bands} of {items} by the average of the two, {x} has the higher mean in {f} and {y} in {s}, ";
    private const string Tests = " (sign tests, Benjamini-Hochberg at five percent); ";
    private static readonly Template NoneSignificant = new(FindingKinds.Q2, Bands + "in no band significantly" + Tests + "no crossing is shown.");
    private static readonly Template Uncrossed = new(FindingKinds.Q2, Bands + "{ahead} significantly in {k}" + Tests + "no crossing is shown.");
    private static readonly Template Crossed = new(FindingKinds.Q2, Bands + "{x} significantly in {sf} and {y} in {ss}" + Tests + "the two cross.");

    private static readonly Template BothHigh = new(FindingKinds.Q3, "{x} and {y} both reach {limit} on {k} of {n} shared {items}.");
    private static readonly Template BothLow = new(FindingKinds.Q3, "{x} and {y} both stay at {limit} on {k} of {n} shared {items}.");

    private const int MinShared = 20;

    public static IEnumerable<Finding> From(TableFacts facts) =>
        facts.Table.Content is TableContent.Pairs pairs ? pairs.Rows.SelectMany(pair => Of(facts, pair.First, pair.Second)) : [];

    private static IEnumerable<Finding> Of(TableFacts facts, int first, int second)
    {
        (double X, double Y)[] shared =
        [
            .. Enumerable.Range(0, facts.Table.Columns.Count).Select(column => (facts.Facet(0).At(first, column), facts.Facet(0).At(second, column)))
                .Where(static pair => !double.IsNaN(pair.Item1 + pair.Item2)),
        ];
        if (shared.Length < MinShared)
            yield break;
        yield return Count(facts, first, second, shared);
        if (PairBands.Of(shared, facts.Table.Metric) is { } bands)
            yield return Cross(facts, first, second, bands, shared.Length);
        foreach ((double? limit, Template template, StructureMeasure measure) in new[]
            { (facts.Table.Metric.Upper, BothHigh, StructureMeasure.BothAtUpper), (facts.Table.Metric.Lower, BothLow, StructureMeasure.BothAtLower) })
        {
            int both = limit is { } end ? shared.Count(pair => pair.X == end && pair.Y == end) : 0;
            if (both > 0)
                yield return AtEnd(facts, first, second, template.With(
                    [.. Names(facts, first, second), ("limit", Given(limit ?? 0, facts.Table.Decimals)), ("k", SentenceBuilder.Count(new Quantity.Structure(measure, 0, first, second), both)), ("n", Pair(PairMeasure.Shared, first, second, shared.Length))]), both, shared.Length);
        }
    }

    private static Finding Count(TableFacts facts, int first, int second, (double X, double Y)[] shared)
    {
        int higher = shared.Count(static pair => pair.X > pair.Y);
        int lower = shared.Count(static pair => pair.X < pair.Y);
        int n = shared.Length;
        double difference = Enumerable.Range(0, facts.Table.Columns.Count).Select(column => facts.Table[0, first, column] - facts.Table[0, second, column])
            .Where(static d => !double.IsNaN(d)).Average();
        double p = SignTest.P(higher, lower);
        return new Finding
        {
            Sentence = Shares.With(
            [
                .. Names(facts, first, second), ("unit", Unit(facts.Table)), ("n", Pair(PairMeasure.Shared, first, second, n)),
                ("h", SomePairs(PairMeasure.Higher, first, second, higher)), ("hp", Percent(PairMeasure.Higher, first, second, higher, n)),
                ("l", SomePairs(PairMeasure.Lower, first, second, lower)), ("lp", Percent(PairMeasure.Lower, first, second, lower, n)),
                ("e", SomePairs(PairMeasure.Equal, first, second, n - higher - lower)), ("ep", Percent(PairMeasure.Equal, first, second, n - higher - lower, n)),
                ("d", Number(Quantity(PairMeasure.MeanDifference, first, second), difference, Math.Min(DisplayNumber.MaxDecimals, facts.Table.Decimals + 2), NumberStyle.Signed)),
                ("p", Number(Quantity(PairMeasure.SignP, first, second), p, ProbabilityDecimals, NumberStyle.Probability)),
            ]),
            Effect = 0.5 + (0.5 * Math.Abs(higher - lower) / n),
            Covered = 2 * n,
            Subjects = [facts.Table.Rows.Labels[first], facts.Table.Rows.Labels[second]],
            Test = new TestResult("sign", p, p),
        };
    }

    private static Finding Cross(TableFacts facts, int first, int second, PairBands bands, int shared) => new()
    {
        Sentence = (bands is { FirstSignificant: > 0, SecondSignificant: > 0 } ? Crossed : bands is { FirstSignificant: 0, SecondSignificant: 0 } ? NoneSignificant : Uncrossed).With(
        [
            .. Names(facts, first, second), ("n", Band(StructureMeasure.Bands, first, second, bands.Count)),
            ("f", Band(StructureMeasure.BandsFirstHigher, first, second, bands.FirstHigher)), ("s", Band(StructureMeasure.BandsFirstHigher, second, first, bands.SecondHigher)),
            ("sf", Band(StructureMeasure.BandsFirstSignificant, first, second, bands.FirstSignificant)),
            ("ss", Band(StructureMeasure.BandsFirstSignificant, second, first, bands.SecondSignificant)),
            .. Ahead(first, second, bands),
        ]),
        Checks =
        [
            new Check(new Quantity.Structure(StructureMeasure.BandsFirstSignificant, 0, first, second), bands.FirstSignificant > 0 ? Comparison.Greater : Comparison.Equal, 0),
            new Check(new Quantity.Structure(StructureMeasure.BandsFirstSignificant, 0, second, first), bands.SecondSignificant > 0 ? Comparison.Greater : Comparison.Equal, 0),
        ],
        Effect = bands is { FirstSignificant: > 0, SecondSignificant: > 0 } ? 1 : 0.4,
        Covered = 2 * shared,
        Subjects = [facts.Table.Rows.Labels[first], facts.Table.Rows.Labels[second]],
    };

    /// <summary>Who is significantly higher in some band, where one of the two is.</summary>
    private static (string, Fill)[] Ahead(int first, int second, PairBands bands) => bands.FirstSignificant > 0
        ? [("ahead", Rows(first)), ("k", Band(StructureMeasure.BandsFirstSignificant, first, second, bands.FirstSignificant))]
        : [("ahead", Rows(second)), ("k", Band(StructureMeasure.BandsFirstSignificant, second, first, bands.SecondSignificant))];

    private static Finding AtEnd(TableFacts facts, int first, int second, Sentence sentence, int both, int shared) => new()
    {
        Sentence = sentence,
        Effect = (double)both / shared,
        Covered = 2 * shared,
        Subjects = [facts.Table.Rows.Labels[first], facts.Table.Rows.Labels[second]],
    };

    private static (string, Fill)[] Names(TableFacts facts, int first, int second) =>
        [("x", Rows(first)), ("y", Rows(second)), ("items", Label(facts.Table.Columns.Name))];

    private static Quantity Quantity(PairMeasure measure, int first, int second) => new Quantity.Paired(measure, Region.Row(0, first), Region.Row(0, second));

    private static Fill Pair(PairMeasure measure, int first, int second, int value) => Number(Quantity(measure, first, second), value, 0);

    private static Fill SomePairs(PairMeasure measure, int first, int second, int value) => Some(Quantity(measure, first, second), value);

    /// <summary>Nothing where the count says "none".</summary>
    private static Fill Percent(PairMeasure measure, int first, int second, int value, int n) => Clause(value == 0 ? null
        : Share.With(("percent", Number(new Quantity.Percent(Quantity(measure, first, second), Quantity(PairMeasure.Shared, first, second)), 100.0 * value / n, 1))));

    private static Fill Band(StructureMeasure measure, int first, int second, int value) => Some(new Quantity.Structure(measure, 0, first, second), value);
}
