using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>Who rose and who fell between their first and last snapshot, and who did not move at all (H2, H3).</summary>
internal static class PlaceMovers
{
    private static readonly Template Moved = new(FindingKinds.H2, "Between its first and its last snapshot {moves}.");
    private static readonly Template Unmoved = new(FindingKinds.H2, "Everyone holds the same place at the first and at the last of their snapshots.");
    private static readonly Template Rises = new(FindingKinds.H2, "{a} rises furthest, from place {from} to {to}");
    private static readonly Template Rise = new(FindingKinds.H2, "{a} rise furthest, by {k} {k|place|places} each");
    private static readonly Template Falls = new(FindingKinds.H2, "{a} falls furthest, from place {from} to {to}");
    private static readonly Template Fall = new(FindingKinds.H2, "{a} fall furthest, by {k} {k|place|places} each");

    private static readonly Template Keeps = new(FindingKinds.H3, "{a} {a|keeps its|each keep their} place ({places}) at every snapshot {a|it is|they are} in.");
    private static readonly Template Place = new(FindingKinds.H3, "{place}");

    private const int MostNamed = 3;

    public static IEnumerable<Finding> From(TableFacts facts) =>
        facts.Table.Content is TableContent.Places ? Movers(facts).Concat(Steady(facts)) : [];

    private static IEnumerable<Finding> Movers(TableFacts facts)
    {
        int[] seen = [.. Enumerable.Range(0, facts.Table.Rows.Count).Where(row => facts.Facet(0).Row(row).Count > 1)];
        if (seen.Length < 2)
            yield break;
        int[] risers = Furthest(facts, seen, -1);
        int[] fallers = Furthest(facts, seen, 1);
        Sentence[] moves = [.. new[] { Move(facts, risers, Rises, Rise), Move(facts, fallers, Falls, Fall) }.OfType<Sentence>()];
        bool still = risers.Length + fallers.Length == 0;
        if (!still && moves.Length == 0)
            yield break;
        int[] named = [.. risers.Length <= MostNamed ? risers : [], .. fallers.Length <= MostNamed ? fallers : []];
        yield return new Finding
        {
            Sentence = still ? Unmoved.With() : Moved.With(("moves", new Fill.Clauses(moves, "; "))),
            Checks =
            [
                .. still ? [new Check(new Quantity.LinesWhere(LineMeasure.NetChange, Axis.Row, 0, Comparison.NotEqual, new Quantity.Constant(0), []), Comparison.Equal, 0)] : Array.Empty<Check>(),
                .. risers.Length <= MostNamed ? Nobody(risers, Comparison.AtMost) : [],
                .. fallers.Length <= MostNamed ? Nobody(fallers, Comparison.AtLeast) : [],
            ],
            Effect = still ? 0.5 : Math.Min(1, named.Max(row => Math.Abs(Change(facts, row))) / (facts.Table.Rows.Count - 1)),
            Covered = facts.Count,
            Cells = [.. named.SelectMany(row => facts.Facet(0).Row(row).Indices.Select(column => new CellAddress(0, row, column)))],
            Subjects = [.. named.Select(row => facts.Table.Rows.Labels[row])],
        };
    }

    /// <summary>The rows that move furthest that way; none where nobody does.</summary>
    private static int[] Furthest(TableFacts facts, int[] rows, int way)
    {
        double most = rows.Max(row => way * Change(facts, row));
        return most <= 0 ? [] : [.. rows.Where(row => way * Change(facts, row) == most)];
    }

    private static IEnumerable<Check> Nobody(int[] rows, Comparison further)
    {
        if (rows.Length == 0)
            yield break;
        Quantity furthest = new Quantity.Line(LineMeasure.NetChange, Axis.Row, 0, rows[0]);
        yield return new Check(new Quantity.LinesWhere(LineMeasure.NetChange, Axis.Row, 0, further, furthest, rows), Comparison.Equal, 0);
        yield return new Check(furthest, further == Comparison.AtMost ? Comparison.Less : Comparison.Greater, 0);
        foreach (int row in rows.Skip(1))
            yield return new Check(new Quantity.Line(LineMeasure.NetChange, Axis.Row, 0, row), Comparison.Equal, furthest);
    }

    private static Sentence? Move(TableFacts facts, int[] rows, Template one, Template several)
    {
        if (rows.Length is 0 or > MostNamed)
            return null;
        LineSeries series = facts.Facet(0).Row(rows[0]);
        Quantity change = new Quantity.Line(LineMeasure.NetChange, Axis.Row, 0, rows[0]);
        return rows.Length == 1
            ? one.With(("a", Rows(rows)), ("from", At(facts, rows[0], series.Indices[0])), ("to", At(facts, rows[0], series.Indices[^1])))
            : several.With(("a", Rows(rows)), ("k", Number(new Quantity.Absolute(change), Math.Abs(Change(facts, rows[0])), facts.Table.Decimals)));
    }

    private static IEnumerable<Finding> Steady(TableFacts facts)
    {
        int[] steady = [.. Enumerable.Range(0, facts.Table.Rows.Count).Where(row => facts.Facet(0).Row(row) is { Count: > 2 } series && series.Min == series.Max && !IsToldAsLeader(facts, series))];
        if (steady.Length is 0 or > MostNamed)
            yield break;
        yield return new Finding
        {
            Sentence = Keeps.With(("a", Rows(steady)), ("places", new Fill.Clauses([.. steady.Select(row => Place.With(("place", At(facts, row, facts.Facet(0).Row(row).Indices[0]))))], ", "))),
            Checks = [.. steady.Select(static row => new Check(new Quantity.Line(LineMeasure.Range, Axis.Row, 0, row), Comparison.Equal, 0))],
            Effect = (double)steady.Length / facts.Table.Rows.Count,
            Covered = steady.Sum(row => facts.Facet(0).Row(row).Count),
            Cells = [.. steady.SelectMany(row => facts.Facet(0).Row(row).Indices.Select(column => new CellAddress(0, row, column)))],
            Subjects = [.. steady.Select(row => facts.Table.Rows.Labels[row])],
        };
    }

    /// <summary>Of who is first at the last snapshot, H1 says at how many it was.</summary>
    private static bool IsToldAsLeader(TableFacts facts, LineSeries series) => series.Max == 1 && series.Indices[^1] == facts.Table.Columns.Count - 1;

    /// <summary>Places gained are negative.</summary>
    private static double Change(TableFacts facts, int row) => facts.Facet(0).Row(row) is var series ? series.Shown[^1] - series.Shown[0] : 0;

    private static Fill At(TableFacts facts, int row, int column) =>
        Number(new Quantity.Cell(new CellAddress(0, row, column)), facts.Facet(0).At(row, column), facts.Table.Decimals);
}
