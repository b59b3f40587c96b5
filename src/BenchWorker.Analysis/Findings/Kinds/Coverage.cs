using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>Which cells have no value (C2).</summary>
internal static class Coverage
{
    private static readonly Template ByRow = new(FindingKinds.C2, "Of {columns} columns ({column}), {runs}{others}.");
    private static readonly Template Run = new(FindingKinds.C2, "{row} has {n} ({first} to {last})");
    private static readonly Template Single = new(FindingKinds.C2, "{row} has {n} ({first})");
    private static readonly Template Scattered = new(FindingKinds.C2, "{row} has {n}");
    private static readonly Template Panel = new(FindingKinds.C2, "{row}{where} has {n}");
    private static readonly Template Others = new(FindingKinds.C2, "; the other {k} rows have all of them");
    private static readonly Template Range = new(FindingKinds.C2,
        "Rows have between {least} and {most} of {columns} {columns|value|values} (median {median}); {complete}{empty}.");

    private static readonly Template WithoutValue = new(FindingKinds.C2, "{k} of {rows} rows {k|has|have} no value.");

    private static readonly Template NoneComplete = new(FindingKinds.C2, "none of the {rows} rows is complete");
    private static readonly Template Complete = new(FindingKinds.C2, "{k} of {rows} rows {k|is|are} complete");
    private static readonly Template Empty = new(FindingKinds.C2, ", {k} {k|is|are} empty");

    /// <summary>More lines than these are summarised, not listed.</summary>
    private const int MostListedRows = 20;

    /// <summary>With the panel named at each, fewer are readable.</summary>
    private const int MostListedPanelRows = 8;

    public static IEnumerable<Finding> From(TableFacts facts)
    {
        HeatmapTable table = facts.Table;
        if (facts.Count == facts.Size || facts.Count == 0)
            yield break;
        bool listed = table.Rows.Count * table.Facets.Count <= (table.Facets.Count > 1 ? MostListedPanelRows : MostListedRows);
        yield return new Finding
        {
            Sentence = listed ? List(facts) : Summarise(facts),
            Checks = listed ? [.. facts.Facets.SelectMany(RunChecks)]
                : [.. new[] { CoverageMeasure.Complete, CoverageMeasure.Empty }.Select(measure => new Check(Lines(measure), Comparison.Equal, LinesOf(facts, measure)))],
            Effect = 1 - ((double)facts.Count / facts.Size),
            Covered = facts.Size,
        };
    }

    private static Sentence List(TableFacts facts) => ByRow.With(
        ("columns", Count(new Quantity.Size(Axis.Column), facts.Table.Columns.Count)), ("column", Label(facts.Table.Columns.Name)),
        ("runs", new Fill.Clauses([.. Listed(facts).Select(line => Line(facts.Facet(line.Facet), line.Row))], "; ")),
        ("others", Clause(OnlyGaps(facts) ? Others.With(("k", Number(Lines(CoverageMeasure.Complete), CompleteRows(facts), 0))) : null)));

    /// <summary>Where most rows are complete only the others are listed.</summary>
    private static bool OnlyGaps(TableFacts facts) => CompleteRows(facts) is > 1 and var complete && 2 * complete > facts.Table.Rows.Count * facts.Table.Facets.Count;

    private static int CompleteRows(TableFacts facts) => facts.Facets.Sum(facet => facet.Rows.Count(row => row.Count == facts.Table.Columns.Count));

    private static IEnumerable<(int Facet, int Row)> Listed(TableFacts facts) =>
        from facet in facts.Facets
        from row in Enumerable.Range(0, facts.Table.Rows.Count)
        where !OnlyGaps(facts) || facet.Rows[row].Count < facts.Table.Columns.Count
        select (facet.Index, row);

    private static Sentence Line(FacetFacts facet, int row)
    {
        LineSeries series = facet.Row(row);
        Fill count = Count(new Quantity.Line(LineMeasure.Count, Axis.Row, facet.Index, row), series.Count);
        if (facet.Table.Facets.Count > 1)
            return Panel.With(("row", Rows(row)), ("where", Where(facet.Index)), ("n", count));
        if (!IsRun(facet, series))
            return Scattered.With(("row", Rows(row)), ("n", count));
        return series.Count == 1
            ? Single.With(("row", Rows(row)), ("first", BareColumn(series.Indices[0])), ("n", count))
            : Run.With(("row", Rows(row)), ("first", BareColumn(series.Indices[0])), ("last", BareColumn(series.Indices[^1])), ("n", count));
    }

    /// <summary>Only along an ordered axis is "from first to last" a statement.</summary>
    private static bool IsRun(FacetFacts facet, LineSeries series) =>
        facet.Table.Columns.Ordered && series.Count > 0 && series.Indices[^1] - series.Indices[0] == series.Count - 1;

    private static IEnumerable<Check> RunChecks(FacetFacts facet)
    {
        for (int row = 0; row < facet.Table.Rows.Count; row++)
        {
            LineSeries series = facet.Row(row);
            if (facet.Table.Facets.Count > 1 || !IsRun(facet, series))
                continue;
            yield return new Check(new Quantity.Line(LineMeasure.First, Axis.Row, facet.Index, row), Comparison.Equal, series.Indices[0]);
            yield return new Check(new Quantity.Line(LineMeasure.Last, Axis.Row, facet.Index, row), Comparison.Equal, series.Indices[^1]);
        }
    }

    private static Sentence Summarise(TableFacts facts)
    {
        int columns = facts.Table.Columns.Count;
        double[] counts = [.. facts.Facets.SelectMany(static facet => facet.Rows).Select(static row => (double)row.Count)];
        if (columns == 1)
            return WithoutValue.With(("k", Number(Lines(CoverageMeasure.Empty), counts.Count(static count => count == 0), 0)), ("rows", Number(Lines(CoverageMeasure.Lines), counts.Length, 0)));
        double median = Selection.Median(counts.AsSpan().ToArray());
        return Range.With(
            ("least", Number(Lines(CoverageMeasure.Least), counts.Min(), 0)),
            ("most", Number(Lines(CoverageMeasure.Most), counts.Max(), 0)),
            ("columns", Count(new Quantity.Size(Axis.Column), columns)),
            ("median", Number(Lines(CoverageMeasure.Median), median, median == Math.Floor(median) ? 0 : 1)),
            ("complete", Clause(CompleteOf(counts.Length, counts.Count(count => count == columns)))),
            ("empty", Clause(counts.Count(static count => count == 0) is > 0 and var empty ? Empty.With(("k", Number(Lines(CoverageMeasure.Empty), empty, 0))) : null)));
    }

    private static Sentence CompleteOf(int rows, int complete) => (complete == 0 ? NoneComplete : Complete).With(
        ("rows", Number(Lines(CoverageMeasure.Lines), rows, 0)), ("k", Number(Lines(CoverageMeasure.Complete), complete, 0)));

    private static int LinesOf(TableFacts facts, CoverageMeasure measure) => facts.Facets.SelectMany(static facet => facet.Rows)
        .Count(row => row.Count == (measure == CoverageMeasure.Complete ? facts.Table.Columns.Count : 0));

    private static Quantity Lines(CoverageMeasure measure) => new Quantity.RowCoverage(measure);
}
