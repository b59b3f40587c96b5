using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>Lines that differ from the baseline in one direction more often than a fair coin would, by sign test (X4).</summary>
internal static class OneSidedDifferences
{
    private static readonly Template Against = new(FindingKinds.X4, "{line} is above {base} in {up} of {n} cells, below it in {down} and equal in {same} (sign test, q {q}).");
    private static readonly Template Since = new(FindingKinds.X4, "{line} rose in {up} of {n} cells since {base}, fell in {down} and stayed the same in {same} (sign test, q {q}).");

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
        Fill Measured(LineMeasure measure, int value) => Number(Of(measure), value, 0);
        Quantity q = new Quantity.Corrected(TestFamily.Changes, 0, line.Line);
        return new Finding
        {
            Sentence = (cells.IsEarlier ? Since : Against).With(
                ("line", new Fill.Names(cells.Lines, [line.Line])), ("base", cells.Base), ("n", Measured(LineMeasure.Count, line.Count)),
                ("up", Measured(LineMeasure.Positive, line.Up)), ("down", Measured(LineMeasure.Negative, line.Down)),
                ("same", Number(new Quantity.Difference(new Quantity.Difference(Of(LineMeasure.Count), Of(LineMeasure.Positive)), Of(LineMeasure.Negative)), line.Count - line.Up - line.Down, 0)),
                ("q", Probability(TestFamily.Changes, 0, line.Line, 0, test.Q))),
            Checks = [new Check(q, Comparison.AtMost, TestResult.Alpha)],
            Effect = (double)Math.Abs(line.Up - line.Down) / line.Count,
            Covered = line.Count,
            Cells = [.. cells.CellsOf(line.Line)],
            Subjects = [cells.Facts.Table.Label(cells.Lines, line.Line)],
            Test = test,
        };
    }
}
