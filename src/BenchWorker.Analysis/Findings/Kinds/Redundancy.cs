using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>Rows and columns that say the same, and columns that say nothing (R2, R3, R4).</summary>
internal static class Redundancy
{
    private static readonly Template IdenticalRows = new(FindingKinds.R2, "Rows {a} and {b} are identical in all {k} shared cells{where}.");
    private static readonly Template IdenticalColumns = new(FindingKinds.R2, "Columns {a} and {b} are identical in all {k} shared cells{where}.");

    private static readonly Template Constant = new(FindingKinds.R3, "{column} has the same value, {value}, in all {n} rows{where}, so it orders nothing.");
    private static readonly Template ConstantWithGaps = new(FindingKinds.R3, "{column} has the same value, {value}, in all {n} rows that have one{where}, so it orders nothing.");

    private static readonly Template Redundant = new(FindingKinds.R4,
        "{a} and {b} order the {n} rows that have both alike{where} (Kendall tau {tau}), so that either could be left out of a ranking.");

    private static readonly Template SeveralConstant = new(FindingKinds.R3, "In each of {columns}{where} every value is the same, so these columns order nothing.");
    private static readonly Template ManyConstant = new(FindingKinds.R3, "In each of {k} of {n} columns{where} every value is the same, so these columns order nothing.");

    private const int MinShared = 4;

    private const int MostNamed = 6;

    /// <summary>More identical pairs than these are left to the first ones.</summary>
    private const int MostPairs = 3;

    private const int MinRows = 3;

    private const int MinRankedRows = 8;

    public static IEnumerable<Finding> From(TableFacts facts) => facts.Min >= facts.Max ? [] : facts.Facets.SelectMany(static facet =>
        Identical(facet, Axis.Row).Take(MostPairs).Concat(Identical(facet, Axis.Column).Take(MostPairs)).Concat(Constants(facet)).Concat(Duplicates(facet)));

    private static IEnumerable<Finding> Identical(FacetFacts facet, Axis axis)
    {
        HeatmapTable table = facet.Table;
        int lines = table.AxisOf(axis).Count;
        LineSeries[] series = [.. Enumerable.Range(0, lines).Select(line => axis == Axis.Row ? facet.Row(line) : facet.Column(line))];
        for (int a = 0; a < lines; a++)
        {
            if (series[a].Count < MinShared || (axis == Axis.Column && IsConstant(series[a])))
                continue;
            for (int b = a + 1; b < lines; b++)
                if (SharedIfIdentical(series[a], series[b]) is >= MinShared and int shared)
                    yield return Pair(facet, axis, a, b, shared);
        }
    }

    /// <summary>How many positions two lines share, 0 as soon as a shared one differs.</summary>
    private static int SharedIfIdentical(LineSeries a, LineSeries b)
    {
        int shared = 0;
        for (int i = 0, j = 0; i < a.Count && j < b.Count;)
        {
            if (a.Indices[i] < b.Indices[j])
            {
                i++;
            }
            else if (a.Indices[i] > b.Indices[j])
            {
                j++;
            }
            else
            {
                if (a.Stored[i++] != b.Stored[j++])
                    return 0;
                shared++;
            }
        }

        return shared;
    }

    private static Finding Pair(FacetFacts facet, Axis axis, int a, int b, int shared)
    {
        Region first = axis == Axis.Row ? Region.Row(facet.Index, a) : Region.Column(facet.Index, a);
        Region second = axis == Axis.Row ? Region.Row(facet.Index, b) : Region.Column(facet.Index, b);
        Quantity count = new Quantity.Paired(PairMeasure.Shared, first, second);
        return new Finding
        {
            Sentence = (axis == Axis.Row ? IdenticalRows : IdenticalColumns).With(
                ("a", new Fill.Names(axis, [a])), ("b", new Fill.Names(axis, [b])), ("k", Count(count, shared)), ("where", Where(facet.Index))),
            Checks = [new Check(new Quantity.Paired(PairMeasure.Equal, first, second), Comparison.Equal, count)],
            Effect = 1,
            Covered = 2 * shared,
            Cells = axis == Axis.Row ? facet.CellsOfRows(a, b) : facet.CellsOfColumns(a, b),
            Subjects = [facet.Table.Label(axis, a), facet.Table.Label(axis, b)],
        };
    }

    private static IEnumerable<Finding> Constants(FacetFacts facet)
    {
        int[] constant = [.. Enumerable.Range(0, facet.Table.Columns.Count).Where(column => facet.Column(column) is { Count: >= MinRows } series && IsConstant(series))];
        if (constant.Length > 0 && !ShowsOneValue(facet))
            yield return ConstantOf(facet, constant);
    }

    /// <summary>Every cell the same: told of the facet, not of its columns.</summary>
    private static bool ShowsOneValue(FacetFacts facet)
    {
        LineSeries[] rows = [.. facet.LiveRows.Select(facet.Row)];
        return Array.TrueForAll(rows, row => row.Min == rows[0].Min && row.Max == rows[0].Min);
    }

    /// <summary>As stored too: what differs beyond the digits shown still orders.</summary>
    private static bool IsConstant(LineSeries series) => series.Min == series.Max && Array.TrueForAll(series.Stored, value => value == series.Stored[0]);

    private static Finding ConstantOf(FacetFacts facet, int[] columns) => new()
    {
        Sentence = columns.Length == 1 ? OneConstant(facet, columns[0]) : (columns.Length <= MostNamed ? SeveralConstant : ManyConstant).With(
            ("columns", Columns(columns)), ("where", Where(facet.Index)), ("k", Given(columns.Length)), ("n", Count(new Quantity.Size(Axis.Column), facet.Table.Columns.Count))),
        Checks =
        [
            .. columns.Select(column => new Check(new Quantity.Over(RegionMeasure.Range, Region.Column(facet.Index, column)), Comparison.Equal, 0)),
            .. columns.Select(column => new Check(new Quantity.Line(LineMeasure.Deviation, Axis.Column, facet.Index, column), Comparison.Equal, 0)),
        ],
        Effect = 1,
        Covered = columns.Sum(column => facet.Column(column).Count),
        Cells = [.. columns.SelectMany(column => facet.Column(column).Indices.Select(row => new CellAddress(facet.Index, row, column)))],
        Subjects = [.. columns.Select(column => facet.Table.Columns.Labels[column])],
    };

    private static Sentence OneConstant(FacetFacts facet, int column)
    {
        LineSeries series = facet.Column(column);
        Region cells = Region.Column(facet.Index, column);
        return (series.Count == facet.Table.Rows.Count ? Constant : ConstantWithGaps).With(
            ("column", Columns(column)), ("value", Number(new Quantity.Over(RegionMeasure.Max, cells), series.Max, facet.Decimals)),
            ("n", Count(new Quantity.Over(RegionMeasure.Count, cells), series.Count)), ("where", Where(facet.Index)));
    }

    private static IEnumerable<Finding> Duplicates(FacetFacts facet)
    {
        if (!ColumnPair.Applies(facet.Table))
            yield break;
        foreach (ColumnPair pair in ColumnPair.In(facet).Where(static pair => pair.Rows >= MinRankedRows && pair.Test.TauB >= 1 - 1e-12).Take(MostPairs))
        {
            Quantity tau = new Quantity.Structure(StructureMeasure.ColumnTau, facet.Index, pair.First, pair.Second);
            Region first = Region.Column(facet.Index, pair.First);
            Region second = Region.Column(facet.Index, pair.Second);
            yield return new Finding
            {
                Sentence = Redundant.With(
                    ("a", Columns(pair.First)), ("b", Columns(pair.Second)), ("where", Where(facet.Index)),
                    ("n", Count(new Quantity.Paired(PairMeasure.Shared, first, second), pair.Rows)), ("tau", Number(tau, pair.Test.TauB, 2, NumberStyle.Signed))),
                Checks = [new Check(tau, Comparison.Equal, 1)],
                Effect = 1,
                Covered = 2 * pair.Rows,
                Cells = facet.CellsOfColumns(pair.First, pair.Second),
                Subjects = [facet.Table.Columns.Labels[pair.First], facet.Table.Columns.Labels[pair.Second]],
            };
        }
    }
}
