using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>Which panel of packed cells lies above the mean of its cells most and least often (K1).</summary>
internal static class PackedMeans
{
    private static readonly Template Ends = new(FindingKinds.K1,
        "Measured against the mean of each {column} over the panels, {most} {most|is|are each} above it in {k} of {n} cells, more than any other {row}, and "
        + "{least} {least|is|are each} above it in {j} of {m}, fewer than any other.");

    private const int MinRows = 3;

    public static IEnumerable<Finding> From(TableFacts facts)
    {
        HeatmapTable table = facts.Table;
        if (table.Rows.Count < MinRows || !table.CommensurableColumns)
            yield break;
        double[] means = [.. Enumerable.Range(0, table.Columns.Count).Select(column => facts.Facet(0).Column(column).Mean)];
        double[] above = [.. Enumerable.Range(0, table.Rows.Count).Select(row => Above(facts.Facet(0).Row(row), means, facts.Key))];
        if (LineEnds.Of(Axis.Row, above, facts.Key) is not { } ends || !SameCount(facts, ends.Most) || !SameCount(facts, ends.Least))
            yield break;
        yield return new Finding
        {
            Sentence = Ends.With(
                ("column", Label(table.Columns.Name)), ("row", Label(table.Rows.Name)),
                ("most", Rows(ends.Most)), ("k", Line(LineMeasure.AboveMean, ends.Most[0], ends.High)), ("n", Cells(facts, ends.Most[0])),
                ("least", Rows(ends.Least)), ("j", Some(new Quantity.Line(LineMeasure.AboveMean, Axis.Row, 0, ends.Least[0]), ends.Low)), ("m", Cells(facts, ends.Least[0]))),
            Checks = [.. ends.Checks(LineMeasure.AboveMean)],
            Effect = (ends.High - ends.Low) / table.Columns.Count,
            Covered = facts.Count,
            Cells = [.. ends.Most.Concat(ends.Least).SelectMany(row => facts.Facet(0).Row(row).Indices.Select(column => new CellAddress(0, row, column)))],
            Subjects = [.. ends.Subjects(table)],
        };
    }

    private static double Above(LineSeries row, double[] means, TieKey key) =>
        row.Count == 0 ? double.NaN : Enumerable.Range(0, row.Count).Count(i => key.Compare(row.Stored[i], means[row.Indices[i]]) > 0);

    private static bool SameCount(TableFacts facts, IReadOnlyList<int> rows) => rows.All(row => facts.Facet(0).Row(row).Count == facts.Facet(0).Row(rows[0]).Count);

    private static Fill Cells(TableFacts facts, int row) => Line(LineMeasure.Count, row, facts.Facet(0).Row(row).Count);

    private static Fill Line(LineMeasure measure, int row, double value) => Number(new Quantity.Line(measure, Axis.Row, 0, row), value, 0);
}
