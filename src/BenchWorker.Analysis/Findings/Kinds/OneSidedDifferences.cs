using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>Lines that differ from the baseline in one direction more often than a fair coin would, by sign test (X4).</summary>
internal static class OneSidedDifferences
{
    private const string Tested = " (sign test, q {q}).";
    private static readonly Template AllAbove = new(FindingKinds.X4, "{line} is above {base} in all {n} cells" + Tested);
    private static readonly Template AllBelow = new(FindingKinds.X4, "{line} is below {base} in all {n} cells" + Tested);
    private static readonly Template Above = new(FindingKinds.X4, "{line} is above {base} in {up} of {n} cells, below it in {down} and equal in {same}" + Tested);
    private static readonly Template Below = new(FindingKinds.X4, "{line} is below {base} in {down} of {n} cells, above it in {up} and equal in {same}" + Tested);
    private static readonly Template AllRose = new(FindingKinds.X4, "{line} rose in all {n} cells since {base}" + Tested);
    private static readonly Template AllFell = new(FindingKinds.X4, "{line} fell in all {n} cells since {base}" + Tested);
    private static readonly Template Rose = new(FindingKinds.X4, "{line} rose in {up} of {n} cells since {base}, fell in {down} and stayed the same in {same}" + Tested);
    private static readonly Template Fell = new(FindingKinds.X4, "{line} fell in {down} of {n} cells since {base}, rose in {up} and stayed the same in {same}" + Tested);

    /// <summary>Fewer cells that differ cannot give a small p.</summary>
    public const int MinCells = 6;

    public static IEnumerable<Finding> From(TableFacts facts)
    {
        if (facts.Table.Content is not TableContent.Changes changes || facts.Count == 0)
            return [];
        ChangedCells cells = new(facts, changes);
        (int Line, int Up, int Down, int Count)[] lines =
        [
            .. cells.OtherLines.Select(line => (line, cells.Line(line)))
                .Select(static pair => (pair.line, pair.Item2.Shown.Count(static shown => shown > 0), pair.Item2.Shown.Count(static shown => shown < 0), pair.Item2.Count))
                .Where(static line => line.Item2 + line.Item3 >= MinCells),
        ];
        double[] p = [.. lines.Select(static line => SignTest.P(line.Up, line.Down))];
        double[] q = Multiplicity.BenjaminiHochberg(p);
        return lines.Select((line, i) => Tell(cells, line, new TestResult("sign", p[i], q[i]))).Where(static finding => finding.Test is { Significant: true });
    }

    private static Finding Tell(ChangedCells cells, (int Line, int Up, int Down, int Count) line, TestResult test)
    {
        Quantity Of(LineMeasure measure) => new Quantity.Line(measure, cells.Lines, 0, line.Line);
        Fill Measured(LineMeasure measure, int value) => Some(Of(measure), value);
        Quantity q = new Quantity.Corrected(TestFamily.Changes, 0, line.Line);
        return new Finding
        {
            Sentence = TemplateFor(cells.IsEarlier, line.Up > line.Down, Math.Max(line.Up, line.Down) == line.Count).With(
                ("line", new Fill.Names(cells.Lines, [line.Line])), ("base", cells.Base), ("n", Measured(LineMeasure.Count, line.Count)),
                ("up", Measured(LineMeasure.Positive, line.Up)), ("down", Measured(LineMeasure.Negative, line.Down)),
                ("same", Some(new Quantity.Difference(new Quantity.Difference(Of(LineMeasure.Count), Of(LineMeasure.Positive)), Of(LineMeasure.Negative)), line.Count - line.Up - line.Down)),
                ("q", Probability(TestFamily.Changes, 0, line.Line, 0, test.Q))),
            Checks =
            [
                new Check(q, Comparison.AtMost, TestResult.Alpha),
                new Check(Of(line.Up > line.Down ? LineMeasure.Positive : LineMeasure.Negative), Comparison.Greater, Of(line.Up > line.Down ? LineMeasure.Negative : LineMeasure.Positive)),
                .. line.Up == line.Count ? [new Check(Of(LineMeasure.Positive), Comparison.Equal, Of(LineMeasure.Count))] : Array.Empty<Check>(),
                .. line.Down == line.Count ? [new Check(Of(LineMeasure.Negative), Comparison.Equal, Of(LineMeasure.Count))] : Array.Empty<Check>(),
            ],
            Effect = (double)Math.Abs(line.Up - line.Down) / line.Count,
            Covered = line.Count,
            Cells = [.. cells.CellsOf(line.Line)],
            Subjects = [cells.Facts.Table.Label(cells.Lines, line.Line)],
            Test = test,
        };
    }

    private static Template TemplateFor(bool since, bool up, bool all) => (since, up, all) switch
    {
        (false, true, true) => AllAbove,
        (false, false, true) => AllBelow,
        (false, true, false) => Above,
        (false, false, false) => Below,
        (true, true, true) => AllRose,
        (true, false, true) => AllFell,
        (true, true, false) => Rose,
        _ => Fell,
    };
}
