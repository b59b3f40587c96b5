using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>The column that spreads the rows most and in the order of all the others (D1).</summary>
/// <remarks>Standard deviation times the Spearman correlation with the mean of the other columns, nothing where that is negative; told only
/// of a column that stays first in four of five resamplings of the rows.</remarks>
internal static class DiscriminatingColumn
{
    private static readonly Template Separates = new(FindingKinds.D1,
        "{column} separates the rows most{where}: standard deviation {s}{unit}, Spearman correlation {r} with the mean of the other columns "
        + "(their product is the largest of all columns, and stays so in at least {percent} percent of {draws} resamplings of the rows).");

    private const int MinColumns = 4;

    public const int Draws = 200;

    /// <summary>Share of the resamplings in which the column must stay first.</summary>
    public const double MinFirst = 0.8;

    /// <summary>Rows times columns above which resampling takes longer than its one sentence is worth.</summary>
    private const int MaxCells = 8_000;

    public static IEnumerable<Finding> From(TableFacts facts) => Applies(facts.Table) ? facts.Facets.Select(Of).OfType<Finding>() : [];

    public static bool Applies(HeatmapTable table) => table.CommensurableColumns && ColumnPair.Applies(table)
        && table.Columns.Count >= MinColumns && table.Rows.Count * table.Columns.Count <= MaxCells;

    private static Finding? Of(FacetFacts facet)
    {
        HeatmapTable table = facet.Table;
        if (facet.Count < table.Rows.Count * table.Columns.Count)
            return null;
        WeightedSpread[] columns = WeightedSpread.Of(facet);
        int[] once = new int[table.Rows.Count];
        Array.Fill(once, 1);
        int first = Leader(columns, once);
        if (first < 0 || !StaysFirst(columns, first, table))
            return null;
        return Tell(facet, first, columns[first].Deviation(once), columns[first].Correlation(once));
    }

    /// <summary>The column of the largest product; -1 where none is positive.</summary>
    private static int Leader(WeightedSpread[] columns, int[] weights)
    {
        (int leader, double most) = (-1, 0);
        for (int column = 0; column < columns.Length; column++)
        {
            double deviation = columns[column].Deviation(weights);
            if (deviation <= most)
                continue;
            double product = deviation * columns[column].Correlation(weights);
            if (product > most)
                (leader, most) = (column, product);
        }

        return leader;
    }

    private static bool StaysFirst(WeightedSpread[] columns, int first, HeatmapTable table)
    {
        int[] drawn = new int[table.Rows.Count];
        int lost = 0;
        for (int draw = 0; draw < Draws && lost <= (1 - MinFirst) * Draws; draw++)
        {
            Array.Clear(drawn);
            for (int i = 0; i < drawn.Length; i++)
                drawn[CounterRandom.Below(CounterRandom.Word(table.Seed, (ulong)draw, (ulong)i), drawn.Length)]++;
            lost += Leader(columns, drawn) == first ? 0 : 1;
        }

        return lost <= (1 - MinFirst) * Draws;
    }

    private static Finding Tell(FacetFacts facet, int column, double deviation, double correlation)
    {
        HeatmapTable table = facet.Table;
        return new Finding
        {
            Sentence = Separates.With(
                ("column", Columns(column)), ("where", Where(facet.Index)), ("unit", Unit(table)), ("draws", Given(Draws)), ("percent", Given(100 * MinFirst)),
                ("s", Number(new Quantity.Line(LineMeasure.Deviation, Axis.Column, facet.Index, column), deviation, facet.MeanDecimals)),
                ("r", Number(new Quantity.Structure(StructureMeasure.RestCorrelation, facet.Index, column), correlation, 2, NumberStyle.Signed))),
            Checks =
            [
                new Check(new Quantity.Structure(StructureMeasure.Discriminating, facet.Index), Comparison.Equal, column),
                new Check(new Quantity.Structure(StructureMeasure.DiscriminatingDraws, facet.Index, column), Comparison.AtLeast, MinFirst * Draws),
            ],
            Effect = facet.Facts.Span == 0 ? 0 : Math.Min(1, 2 * deviation * correlation / facet.Facts.Span),
            Covered = facet.Count,
            Cells = [.. Enumerable.Range(0, table.Rows.Count).Select(row => new CellAddress(facet.Index, row, column))],
            Subjects = [table.Columns.Labels[column]],
        };
    }
}
