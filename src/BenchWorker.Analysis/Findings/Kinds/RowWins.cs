using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>Which row is best most often, and whether one is at least as good everywhere (L1, D2).</summary>
internal static class RowWins
{
    private static readonly Template Most = new(FindingKinds.L1,
        "{rows} {rows|is|are each} best or tied for best in {k} of {n} columns{where}, more than any other row.");

    private static readonly Template MostContested = new(FindingKinds.L1,
        "Of the {n} columns that several rows have{where}, {rows} {rows|is|are each} best or tied for best in {k}, more than any other row.");

    private static readonly Template Dominates = new(FindingKinds.D2, "{row} is at least as good as every other row in every shared column{where}, and no other row is.");

    private const int MinColumns = 3;

    private const int MinRows = 3;

    private const int MostTied = 3;

    public static IEnumerable<Finding> From(TableFacts facts) => facts.Ranked && facts.Table.Compared == Axis.Row ? facts.Facets.SelectMany(Of) : [];

    /// <summary>Of a row at least as good everywhere nobody need say that it is best in every column.</summary>
    private static IEnumerable<Finding> Of(FacetFacts facet)
    {
        Finding[] dominance = [.. Dominance(facet)];
        return MostWins(facet).Where(wins => dominance.Length == 0 || wins.Effect < 1).Concat(dominance);
    }

    private static IEnumerable<Finding> MostWins(FacetFacts facet)
    {
        HeatmapTable table = facet.Table;
        int contested = Enumerable.Range(0, table.Columns.Count).Count(column => facet.Column(column).Count >= 2);
        if (table.Columns.Ordered || contested < MinColumns)
            yield break;
        int[] wins = Wins(facet);
        int most = wins.Max();
        int[] rows = [.. Enumerable.Range(0, wins.Length).Where(row => wins[row] == most)];
        if (most < 2 || rows.Length > MostTied)
            yield break;
        Quantity count = new Quantity.Line(LineMeasure.Wins, Axis.Row, facet.Index, rows[0]);
        yield return new Finding
        {
            Sentence = (contested == table.Columns.Count ? Most : MostContested).With(
                ("rows", Rows(rows)), ("k", Count(count, most)), ("where", Where(facet.Index)),
                ("n", Count(new Quantity.LinesWhere(LineMeasure.Count, Axis.Column, facet.Index, Comparison.AtLeast, new Quantity.Constant(2), []), contested))),
            Checks =
            [
                new Check(new Quantity.LinesWhere(LineMeasure.Wins, Axis.Row, facet.Index, Comparison.AtLeast, count, rows), Comparison.Equal, 0),
                .. rows.Skip(1).Select(row => new Check(new Quantity.Line(LineMeasure.Wins, Axis.Row, facet.Index, row), Comparison.Equal, count)),
            ],
            Effect = (double)most / contested,
            Covered = facet.Count,
            Cells = [.. rows.SelectMany(row => Enumerable.Range(0, table.Columns.Count).Where(column => IsWin(facet, row, column)).Select(column => new CellAddress(facet.Index, row, column)))],
            Subjects = [.. rows.Select(row => table.Rows.Labels[row])],
        };
    }

    /// <summary>Columns in which each row holds the best displayed value, ties included; a column that one row alone has is nobody's win.</summary>
    private static int[] Wins(FacetFacts facet)
    {
        int[] wins = new int[facet.Table.Rows.Count];
        for (int column = 0; column < facet.Table.Columns.Count; column++)
        {
            double best = Best(facet, column);
            for (int row = 0; row < wins.Length; row++)
                wins[row] += facet.Facts.Sign * facet.At(row, column) == best ? 1 : 0;
        }

        return wins;
    }

    private static bool IsWin(FacetFacts facet, int row, int column) => facet.Facts.Sign * facet.At(row, column) == Best(facet, column);

    /// <summary>Turned so that higher is better; NaN, which nothing equals, where fewer than two rows have the column.</summary>
    private static double Best(FacetFacts facet, int column)
    {
        (double best, int present) = (double.NaN, 0);
        for (int row = 0; row < facet.Table.Rows.Count; row++)
        {
            double value = facet.Facts.Sign * facet.At(row, column);
            if (double.IsNaN(value))
                continue;
            (best, present) = (double.IsNaN(best) ? value : Math.Max(best, value), present + 1);
        }

        return present < 2 ? double.NaN : best;
    }

    private static IEnumerable<Finding> Dominance(FacetFacts facet)
    {
        int[] live = [.. facet.LiveRows];
        if (live.Length < MinRows)
            yield break;
        int row = Array.Find(live, candidate => live.All(other => other == candidate || AtLeast(facet, candidate, other)));
        if (!live.All(other => other == row || AtLeast(facet, row, other)) || live.Any(other => other != row && AtLeast(facet, other, row)))
            yield break;
        yield return new Finding
        {
            Sentence = Dominates.With(("row", Rows(row)), ("where", Where(facet.Index))),
            Checks =
            [
                new Check(new Quantity.Line(LineMeasure.RowsNotBelow, Axis.Row, facet.Index, row), Comparison.Equal, live.Length - 1),
                new Check(new Quantity.LinesWhere(LineMeasure.RowsNotBelow, Axis.Row, facet.Index, Comparison.AtLeast, new Quantity.Constant(live.Length - 1), [row]), Comparison.Equal, 0),
            ],
            Effect = 1,
            Covered = facet.Count,
            Cells = facet.CellsOfRows(row),
            Subjects = [facet.Table.Rows.Labels[row]],
        };
    }

    /// <summary>At least as good in every column that both have, and there is one.</summary>
    private static bool AtLeast(FacetFacts facet, int row, int other)
    {
        bool shared = false;
        for (int column = 0; column < facet.Table.Columns.Count; column++)
        {
            double difference = facet.Facts.Sign * (facet.At(row, column) - facet.At(other, column));
            if (difference < 0)
                return false;
            shared |= difference >= 0;
        }

        return shared;
    }
}
