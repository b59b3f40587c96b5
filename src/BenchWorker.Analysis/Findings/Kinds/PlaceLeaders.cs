using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>Who is first at the last snapshot, and who was first most often (H1).</summary>
internal static class PlaceLeaders
{
    private static readonly Template Always = new(FindingKinds.H1, "{a} {a|is|are} first at all {n} snapshots.");
    private static readonly Template Last = new(FindingKinds.H1, "{a} is first at {last}, as at {k} of {n} snapshots in all{others}.");
    private static readonly Template Shared = new(FindingKinds.H1, "{a} share the first place at {last}{others}.");
    private static readonly Template Longest = new(FindingKinds.H1, "; {b} {b|was|were each} first most often, at {j} of {n}");

    private const int MostNamed = 3;

    public static IEnumerable<Finding> From(TableFacts facts)
    {
        HeatmapTable table = facts.Table;
        if (table.Content is not TableContent.Places || facts.Count == 0 || table.Columns.Count < 2)
            yield break;
        double[] firsts = [.. Enumerable.Range(0, table.Rows.Count).Select(row => (double)Firsts(facts, row))];
        int last = table.Columns.Count - 1;
        double best = Best(facts, last);
        int[] leaders = [.. Enumerable.Range(0, table.Rows.Count).Where(row => facts.Facet(0).At(row, last) == best)];
        int[] longest = [.. Enumerable.Range(0, table.Rows.Count).Where(row => firsts[row] == firsts.Max())];
        if (leaders.Length is 0 or > MostNamed)
            yield break;
        Sentence? others = longest.Length > MostNamed || longest.Intersect(leaders).Any() ? null
            : Longest.With(("b", Rows(longest)), ("j", Wins(longest[0], firsts)), ("n", Snapshots(table)));
        Template template = leaders.Length > 1 ? Shared : firsts[leaders[0]] == table.Columns.Count ? Always : Last;
        Quantity lead = new Quantity.Over(RegionMeasure.Min, Region.Column(0, last));
        yield return new Finding
        {
            Sentence = template.With(
                ("a", Rows(leaders)), ("last", new Fill.Position(last)), ("k", Wins(leaders[0], firsts)), ("n", Snapshots(table)), ("others", Clause(template == Always ? null : others))),
            Checks =
            [
                .. leaders.Select(row => new Check(new Quantity.Cell(new CellAddress(0, row, last)), Comparison.Equal, lead)),
                new Check(new Quantity.CountWhere(Region.Column(0, last), Comparison.Equal, lead), Comparison.Equal, leaders.Length),
                new Check(new Quantity.Line(LineMeasure.Wins, Axis.Row, 0, leaders[0]), template == Always ? Comparison.Equal : Comparison.AtMost, new Quantity.Size(Axis.Column)),
                .. others is null ? [] : new[] { new Check(new Quantity.LinesWhere(LineMeasure.Wins, Axis.Row, 0, Comparison.AtLeast, new Quantity.Line(LineMeasure.Wins, Axis.Row, 0, longest[0]), longest), Comparison.Equal, 0) },
            ],
            Effect = 1,
            Covered = facts.Count,
            Cells = [.. leaders.Select(row => new CellAddress(0, row, last))],
            Subjects = [.. leaders.Select(row => table.Rows.Labels[row])],
        };
    }

    private static int Firsts(TableFacts facts, int row)
    {
        LineSeries series = facts.Facet(0).Row(row);
        return Enumerable.Range(0, series.Count).Count(i => series.Shown[i] == Best(facts, series.Indices[i]));
    }

    private static double Best(TableFacts facts, int column) => facts.Facet(0).Column(column) is { Count: > 0 } series ? series.Min : double.NaN;

    private static Fill Wins(int row, double[] firsts) => Number(new Quantity.Line(LineMeasure.Wins, Axis.Row, 0, row), firsts[row], 0);

    private static Fill Snapshots(HeatmapTable table) => Count(new Quantity.Size(Axis.Column), table.Columns.Count);
}
