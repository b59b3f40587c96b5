using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>Where missing cells lie together, or inside one another (C3).</summary>
internal static class Gaps
{
    private static readonly Template Block = new(FindingKinds.C3, "All {k} missing cells{where} are those of {rows} in {columns}.");

    private static readonly Template Columns = new(FindingKinds.C3, "All {k} missing cells{where} are those of {columns}, where no row has a value.");

    private static readonly Template Nested = new(FindingKinds.C3,
        "The gaps are nested{where}, from {most} with {n} {n|value|values} to {least} with {m}: whatever column a row has, every row with more values has it too.");

    private static readonly Template Some = new(FindingKinds.C3, "{lines}");
    private static readonly Template Many = new(FindingKinds.C3, "{k} {axis}");
    private static readonly Template Group = new(FindingKinds.C3, "the {k} {axis} {group}");

    private const double LeastMissing = 0.1;

    private const int MostNamed = 6;

    private const int MostTied = 3;

    private const int MostRows = 60;

    public static IEnumerable<Finding> From(TableFacts facts) => facts.Facets.SelectMany(Pattern);

    private static IEnumerable<Finding> Pattern(FacetFacts facet)
    {
        HeatmapTable table = facet.Table;
        int missing = (table.Rows.Count * table.Columns.Count) - facet.Count;
        if (missing < LeastMissing * table.Rows.Count * table.Columns.Count || facet.Count == 0)
            yield break;
        int[] rows = [.. Enumerable.Range(0, table.Rows.Count).Where(row => facet.Row(row).Count < table.Columns.Count)];
        int[] columns = [.. Enumerable.Range(0, table.Columns.Count).Where(column => facet.Column(column).Count < table.Rows.Count)];
        if (rows.Length * columns.Length == missing && missing > 1)
            yield return OfBlock(facet, rows, columns, missing);
        else if (table.Rows.Count is > 2 and <= MostRows && IsStaircase(facet))
            yield return OfChain(facet);
    }

    /// <summary>A few lines by label; more by the group or the affix that they are all of, else by their number.</summary>
    private static Sentence Named(HeatmapTable table, Axis axis, int[] lines)
    {
        if (lines.Length <= MostNamed)
            return Some.With(("lines", new Fill.Names(axis, lines)));
        (string, Fill)[] counted = [("k", Given(lines.Length)), ("axis", Label(axis == Axis.Row ? "rows" : "columns"))];
        return GroupOf(table.AxisOf(axis), lines) is { } group ? Group.With([.. counted, ("group", Label(group))]) : Many.With(counted);
    }

    /// <summary>What exactly these labels have in common; null for nothing.</summary>
    private static string? GroupOf(HeatmapAxis axis, int[] lines) =>
        axis.Groups is { } groups && groups[lines[0]] is { Length: > 0 } name && lines.SequenceEqual(Enumerable.Range(0, axis.Count).Where(line => groups[line] == name))
            ? name : NamePairs.Of(axis.Labels).AffixOf(lines);

    private static Finding OfBlock(FacetFacts facet, int[] rows, int[] columns, int missing)
    {
        Quantity all = new Quantity.Over(RegionMeasure.Missing, Region.Facet(facet.Index));
        return new Finding
        {
            Sentence = (rows.Length == facet.Table.Rows.Count ? Columns : Block).With(("k", Count(all, missing)), ("where", Where(facet.Index)), ("rows", Clause(Named(facet.Table, Axis.Row, rows))), ("columns", Clause(Named(facet.Table, Axis.Column, columns)))),
            Checks = [new Check(new Quantity.Over(RegionMeasure.Count, new Region([facet.Index], rows, columns)), Comparison.Equal, 0), new Check(all, Comparison.Equal, rows.Length * columns.Length)],
            Effect = (double)missing / facet.Shown.Length,
            Covered = facet.Facts.Count,
            Cells = [.. rows.SelectMany(row => columns.Select(column => new CellAddress(facet.Index, row, column)))],
            Subjects = [.. rows.Select(row => facet.Table.Rows.Labels[row])],
        };
    }

    private static Finding OfChain(FacetFacts facet)
    {
        int[] live = [.. facet.LiveRows];
        (int most, int least) = (live.Max(row => facet.Rows[row].Count), live.Min(row => facet.Rows[row].Count));
        return new Finding
        {
            Sentence = Nested.With(
                ("where", Where(facet.Index)), ("most", Clause(With(facet, most))), ("n", Given(most)), ("least", Clause(With(facet, least))), ("m", Given(least))),
            Checks =
            [
                new Check(new Quantity.Structure(StructureMeasure.NestedRows, facet.Index), Comparison.Equal, 1),
                new Check(RowsWith(facet, Comparison.Greater, most), Comparison.Equal, 0),
                new Check(RowsWith(facet, Comparison.AtLeast, least), Comparison.Equal, live.Length),
            ],
            Effect = 1 - ((double)facet.Count / facet.Shown.Length),
            Covered = facet.Facts.Count,
        };
    }

    /// <summary>The rows that have so many values, or how many these are.</summary>
    private static Sentence With(FacetFacts facet, int values)
    {
        int[] rows = [.. facet.LiveRows.Where(row => facet.Rows[row].Count == values)];
        return rows.Length <= MostTied
            ? Some.With(("lines", Rows(rows)))
            : Many.With(("k", Number(RowsWith(facet, Comparison.Equal, values), rows.Length, 0)), ("axis", Label("rows")));
    }

    private static Quantity RowsWith(FacetFacts facet, Comparison comparison, int values) =>
        new Quantity.LinesWhere(LineMeasure.Count, Axis.Row, facet.Index, comparison, new Quantity.Constant(values), []);

    /// <summary>Every row has all columns of those with fewer values, and there are such.</summary>
    private static bool IsStaircase(FacetFacts facet)
    {
        HashSet<int>? larger = null;
        if (facet.LiveRows.Select(row => facet.Rows[row].Count).Distinct().Count() < 2)
            return false;
        foreach (int row in facet.LiveRows.OrderByDescending(row => facet.Rows[row].Count))
        {
            HashSet<int> columns = [.. facet.Row(row).Indices];
            if (larger is not null && !columns.IsSubsetOf(larger))
                return false;
            larger = columns;
        }

        return true;
    }
}
