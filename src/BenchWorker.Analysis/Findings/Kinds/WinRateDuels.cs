using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>Who beats whom: the most and the fewest opponents beaten, the clearest and the closest pair (W1 to W3).</summary>
internal static class WinRateDuels
{
    private static readonly Template Beaten = new(FindingKinds.W1,
        "{most} {most|beats|each beat} {k} of {n} others, more than any other {entity}; {least} {least|beats|each beat} {j}, fewer than any other.");

    private const string Tally = "of {n} shared {n|column|columns} {a} scores better in {w}, worse in {l} and equal in {t}.";
    private static readonly Template Only = new(FindingKinds.W2, "Between {a} and {b}, " + Tally);
    private static readonly Template Clearest = new(FindingKinds.W2, "The most one-sided pair is {a} against {b}: " + Tally);
    private static readonly Template Swept = new(FindingKinds.W2, "In {k} of {p} pairs one side scores better in every column that both have.");
    private static readonly Template Closest = new(FindingKinds.W3, "The closest pair is {a} against {b}: " + Tally);
    private static readonly Template Level = new(FindingKinds.W3, "In {k} of {p} {p|pair|pairs} neither side is ahead{pairs}.");
    private static readonly Template LevelPairs = new(FindingKinds.W3, " ({pairs})");
    private static readonly Template LevelPair = new(FindingKinds.W3, "{a} against {b}, {w} {w|column|columns} each and {t} equal");

    private const int MostNamedPairs = 3;

    public static IEnumerable<Finding> From(TableFacts facts) =>
        facts.Table.Content is TableContent.WinRates rates && facts.Count > 0 ? Of(facts, new Duels(facts.Table, rates.Of)) : [];

    private static IEnumerable<Finding> Of(TableFacts facts, Duels duels)
    {
        if (facts.Table.Rows.Count == 2)
            return [Pair(facts, duels, Only, 0, 1, 1)];
        return MostBeaten(facts, duels).Concat(MostOneSided(facts, duels)).Concat(Nearest(facts, duels)).Concat(WinRateCircles.Of(facts, duels));
    }

    private static IEnumerable<Finding> MostBeaten(TableFacts facts, Duels duels)
    {
        double[] beaten = [.. Enumerable.Range(0, facts.Table.Rows.Count).Select(row => facts.Facet(0).Row(row).Count == 0 ? double.NaN : duels.Beaten(row))];
        if (LineEnds.Of(Axis.Row, beaten, facts.Key) is not { } ends)
            yield break;
        yield return new Finding
        {
            Sentence = Beaten.With(
                ("most", Rows(ends.Most)), ("k", Number(new Quantity.Line(LineMeasure.Beaten, Axis.Row, 0, ends.Most[0]), ends.High, 0)),
                ("least", Rows(ends.Least)), ("j", Some(new Quantity.Line(LineMeasure.Beaten, Axis.Row, 0, ends.Least[0]), ends.Low)),
                ("n", Number(new Quantity.Difference(new Quantity.Size(Axis.Row), new Quantity.Constant(1)), facts.Table.Rows.Count - 1, 0)), ("entity", Label(facts.Table.Rows.Name))),
            Checks = [.. ends.Checks(LineMeasure.Beaten)],
            Effect = (ends.High - ends.Low) / (facts.Table.Rows.Count - 1),
            Covered = facts.Count,
            Cells = [.. ends.Most.Concat(ends.Least).SelectMany(row => facts.Facet(0).Row(row).Indices.Select(column => new CellAddress(0, row, column)))],
            Subjects = [.. ends.Subjects(facts.Table)],
        };
    }

    private static IEnumerable<Finding> MostOneSided(TableFacts facts, Duels duels)
    {
        (int A, int B, double Rate)[] clearest = duels.Extreme(static rate => -rate);
        if (clearest is [var only])
        {
            yield return Pair(facts, duels, Clearest, only.A, only.B, (only.Rate - Duels.Half) / Duels.Half, new Check(new Quantity.Cell(new CellAddress(0, only.A, only.B)), Comparison.Equal, new Quantity.Over(RegionMeasure.Max, Region.All)));
            yield break;
        }

        if (clearest is [] || clearest[0].Rate < Duels.Whole)
            yield break;
        yield return new Finding
        {
            Sentence = Swept.With(("k", Count(new Quantity.Structure(StructureMeasure.SweptPairs, 0), clearest.Length)), ("p", Count(new Quantity.Structure(StructureMeasure.DuelPairs, 0), duels.Pairs))),
            Effect = 1,
            Covered = 2 * clearest.Length,
            Cells = [.. clearest.Select(static pair => new CellAddress(0, pair.A, pair.B))],
            Subjects = [.. clearest.Select(pair => facts.Table.Rows.Labels[pair.A]).Distinct(StringComparer.Ordinal)],
        };
    }

    private static IEnumerable<Finding> Nearest(TableFacts facts, Duels duels)
    {
        (int A, int B, double Rate)[] closest = duels.Extreme(static rate => rate);
        if (closest is [] || (closest.Length > 1 && closest[0].Rate > Duels.Half))
            yield break;
        if (closest is [var only] && only.Rate > Duels.Half)
        {
            yield return Pair(facts, duels, Closest, only.A, only.B, 0.5);
            yield break;
        }

        yield return new Finding
        {
            Sentence = Level.With(
                ("k", Count(new Quantity.Structure(StructureMeasure.LevelPairs, 0), closest.Length)), ("p", Count(new Quantity.Structure(StructureMeasure.DuelPairs, 0), duels.Pairs)),
                ("pairs", Clause(closest.Length > MostNamedPairs ? null : LevelPairs.With(("pairs", new Fill.Clauses(
                    [.. closest.Select(pair => LevelPair.With(("a", Rows(pair.A)), ("b", Rows(pair.B)), ("w", Tallied(duels, DuelMeasure.Better, pair.A, pair.B)), ("t", Tallied(duels, DuelMeasure.Equal, pair.A, pair.B))))], "; ")))))),
            Effect = 1,
            Covered = 2 * closest.Length,
            Cells = [.. closest.Select(static pair => new CellAddress(0, pair.A, pair.B))],
            Subjects = [.. closest.Take(MostNamedPairs).SelectMany(pair => new[] { facts.Table.Rows.Labels[pair.A], facts.Table.Rows.Labels[pair.B] }).Distinct(StringComparer.Ordinal)],
        };
    }

    private static Finding Pair(TableFacts facts, Duels duels, Template template, int a, int b, double effect, params Check[] checks) => new()
    {
        Sentence = template.With(
            ("a", Rows(a)), ("b", Rows(b)), ("n", Tallied(duels, DuelMeasure.Shared, a, b)), ("w", Tallied(duels, DuelMeasure.Better, a, b)),
            ("l", SomeOf(duels, DuelMeasure.Worse, a, b)), ("t", SomeOf(duels, DuelMeasure.Equal, a, b))),
        Checks = checks,
        Effect = effect,
        Covered = 2,
        Cells = [new CellAddress(0, a, b)],
        Subjects = [facts.Table.Rows.Labels[a], facts.Table.Rows.Labels[b]],
    };

    private static Fill SomeOf(Duels duels, DuelMeasure measure, int a, int b) => Some(new Quantity.Duel(measure, a, b), duels.Tally(measure, a, b));

    private static Fill Tallied(Duels duels, DuelMeasure measure, int a, int b) => Count(new Quantity.Duel(measure, a, b), duels.Tally(measure, a, b));
}
