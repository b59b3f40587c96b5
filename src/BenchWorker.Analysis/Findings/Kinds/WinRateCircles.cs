using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>Whether wins run in circles, so that no order fits the pairs (W4).</summary>
internal static class WinRateCircles
{
    private static readonly Template Circle = new(FindingKinds.W4, "Wins run in circles: {a} beats {b}, {b} beats {c} and {c} beats {a}{others}, so the pairs fit no single order.");
    private static readonly Template Others = new(FindingKinds.W4, " ({k} such threes in all)");
    private static readonly Template Ordered = new(FindingKinds.W4, "Wins do not run in circles: whoever beats another also beats everyone whom that one beats.");

    /// <summary>Fewer rows than these can hardly fail to fit an order.</summary>
    private const int MinOfOrder = 4;

    public static IEnumerable<Finding> Of(TableFacts facts, Duels duels)
    {
        (int circles, (int A, int B, int C) first) = duels.Circles();
        bool decided = duels.Pairs == facts.Table.Rows.Count * (facts.Table.Rows.Count - 1) / 2 && duels.Extreme(static rate => rate) is [{ Rate: > Duels.Half }, ..];
        if (circles == 0 && (!decided || facts.Table.Rows.Count < MinOfOrder))
            yield break;
        Quantity count = new Quantity.Structure(StructureMeasure.Circles, 0);
        (int, int)[] steps = circles == 0 ? [] : [(first.A, first.B), (first.B, first.C), (first.C, first.A)];
        yield return new Finding
        {
            Sentence = circles == 0
                ? Ordered.With()
                : Circle.With(("a", Rows(first.A)), ("b", Rows(first.B)), ("c", Rows(first.C)), ("others", Clause(circles == 1 ? null : Others.With(("k", Count(count, circles)))))),
            Checks =
            [
                new Check(count, Comparison.Equal, circles),
                .. circles > 0 ? [] : new[] { new Check(new Quantity.Structure(StructureMeasure.LevelPairs, 0), Comparison.Equal, 0) },
                .. steps.Select(static step => new Check(new Quantity.Duel(DuelMeasure.Better, step.Item1, step.Item2), Comparison.Greater, new Quantity.Duel(DuelMeasure.Worse, step.Item1, step.Item2))),
            ],
            Effect = circles == 0 ? 0.4 : 1,
            Covered = facts.Count,
            Cells = [.. steps.Select(static step => new CellAddress(0, step.Item1, step.Item2))],
            Subjects = [.. steps.Select(step => facts.Table.Rows.Labels[step.Item1])],
        };
    }
}
