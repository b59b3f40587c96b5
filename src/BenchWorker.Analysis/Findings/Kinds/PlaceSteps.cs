using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>How much the first and the last order have in common, who came later, and the largest single move (H4 to H6).</summary>
internal static class PlaceSteps
{
    private static readonly Template Orders = new(FindingKinds.H4,
        "Over the {n} that have a place both at {first} and at {last}, the two orders have a Kendall tau of {tau} ({same} would be the same order, {reverse} its reverse).");

    private static readonly Template Enters = new(FindingKinds.H5, "{a} comes in at {at}, on place {place}.");

    private static readonly Template Largest = new(FindingKinds.H6,
        "The largest move from one snapshot to the next is that of {a}, from place {before} at {from} to {after} at {to}.");

    /// <summary>More newcomers than these are no news each.</summary>
    private const int MostEntrants = 3;

    private const int MinSteps = 5;

    public static IEnumerable<Finding> From(TableFacts facts) =>
        facts.Table.Content is TableContent.Places && facts.Table.Columns.Count > 1 ? Agreement(facts).Concat(Entrants(facts)).Concat(LargestMove(facts)) : [];

    private static IEnumerable<Finding> Agreement(TableFacts facts)
    {
        int last = facts.Table.Columns.Count - 1;
        (double First, double Last)[] both =
        [
            .. Enumerable.Range(0, facts.Table.Rows.Count).Select(row => (facts.Table[0, row, 0], facts.Table[0, row, last])).Where(static pair => !double.IsNaN(pair.Item1 + pair.Item2)),
        ];
        if (both.Length < ColumnPair.MinRows)
            yield break;
        var test = KendallTest.Of([.. both.Select(static pair => pair.First)], [.. both.Select(static pair => pair.Last)]);
        if (double.IsNaN(test.TauB))
            yield break;
        yield return new Finding
        {
            Sentence = Orders.With(
                ("n", Count(new Quantity.Paired(PairMeasure.Shared, Region.Column(0, 0), Region.Column(0, last)), both.Length)), ("first", new Fill.Position(0)), ("last", new Fill.Position(last)),
                ("tau", Number(new Quantity.Structure(StructureMeasure.ColumnTau, 0, 0, last), test.TauB, 2, NumberStyle.Signed)),
                ("same", Number(new Quantity.Constant(1), 1, 0, NumberStyle.Signed)), ("reverse", Given(-1))),
            Effect = (1 - test.TauB) / 2,
            Covered = 2 * both.Length,
            Subjects = [facts.Table.Columns.Labels[0], facts.Table.Columns.Labels[last]],
        };
    }

    private static IEnumerable<Finding> Entrants(TableFacts facts)
    {
        int[] late = [.. Enumerable.Range(0, facts.Table.Rows.Count).Where(row => facts.Facet(0).Row(row) is { Count: > 0 } series && series.Indices[0] > 0)];
        foreach (int row in late.Length > MostEntrants ? [] : late)
        {
            int column = facts.Facet(0).Row(row).Indices[0];
            yield return new Finding
            {
                Sentence = Enters.With(("a", Rows(row)), ("at", new Fill.Position(column)), ("place", At(facts, row, column))),
                Checks = [new Check(new Quantity.Line(LineMeasure.First, Axis.Row, 0, row), Comparison.Equal, column)],
                Effect = 1 - ((facts.Facet(0).At(row, column) - 1) / facts.Table.Rows.Count),
                Covered = facts.Table.Columns.Count,
                Cells = [new CellAddress(0, row, column)],
                Subjects = [facts.Table.Rows.Labels[row]],
            };
        }
    }

    private static IEnumerable<Finding> LargestMove(TableFacts facts)
    {
        (int Row, int At, double Size)[] steps =
        [
            .. from row in Enumerable.Range(0, facts.Table.Rows.Count)
               let series = facts.Facet(0).Row(row)
               from i in Enumerable.Range(1, Math.Max(0, series.Count - 1))
               where series.Indices[i] == series.Indices[i - 1] + 1
               select (row, series.Indices[i - 1], Math.Abs(series.Shown[i] - series.Shown[i - 1])),
        ];
        double size = steps.Select(static step => step.Size).DefaultIfEmpty(0).Max();
        if (steps.Length < MinSteps || size == 0 || steps.Count(step => step.Size == size) != 1)
            yield break;
        (int mover, int at, _) = steps.First(step => step.Size == size);
        Quantity largest = new Quantity.Line(LineMeasure.LargestStep, Axis.Row, 0, mover);
        yield return new Finding
        {
            Sentence = Largest.With(
                ("a", Rows(mover)), ("from", new Fill.Position(at)), ("to", new Fill.Position(at + 1)), ("before", At(facts, mover, at)), ("after", At(facts, mover, at + 1))),
            Checks =
            [
                new Check(new Quantity.Absolute(new Quantity.Difference(Cell(mover, at + 1), Cell(mover, at))), Comparison.Equal, largest),
                new Check(new Quantity.LinesWhere(LineMeasure.LargestStep, Axis.Row, 0, Comparison.AtLeast, largest, [mover]), Comparison.Equal, 0),
            ],
            Effect = Math.Min(1, size / facts.Table.Rows.Count),
            Covered = 2,
            Cells = [new CellAddress(0, mover, at), new CellAddress(0, mover, at + 1)],
            Subjects = [facts.Table.Rows.Labels[mover]],
        };
    }

    private static Quantity Cell(int row, int column) => new Quantity.Cell(new CellAddress(0, row, column));

    private static Fill At(TableFacts facts, int row, int column) => Number(Cell(row, column), facts.Facet(0).At(row, column), facts.Table.Decimals);
}
