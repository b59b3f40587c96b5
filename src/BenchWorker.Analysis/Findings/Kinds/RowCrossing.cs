namespace BenchWorker.Analysis;

/// <summary>The best place to split the shared columns of two rows into one where the first is ahead and one where the second is.</summary>
/// <param name="Columns">That both rows have, ascending.</param>
/// <param name="Split">How many of them lie before the split.</param>
/// <param name="Early">Columns before the split in which the early leader is ahead.</param>
/// <param name="Late">Columns after it in which the other is.</param>
/// <param name="P">Corrected by Holm over all splits; 1 where no split has opposite leaders.</param>
internal sealed record RowCrossing(int Facet, int First, int Second, int[] Columns, int Split, bool FirstLeadsEarly, int Early, int Late, double P)
{
    /// <returns>Null where the rows share too few columns for two sides.</returns>
    public static RowCrossing? Of(FacetFacts facet, int first, int second)
    {
        int[] columns = [.. Enumerable.Range(0, facet.Table.Columns.Count).Where(column => !double.IsNaN(facet.At(first, column) + facet.At(second, column)))];
        int splits = columns.Length - (2 * RowCrossings.MinSide) + 1;
        if (splits < 1)
            return null;
        int[] signs = [.. columns.Select(column => facet.Facts.Sign * facet.At(first, column).CompareTo(facet.At(second, column)))];
        (int wins, int losses) = (signs.Count(static sign => sign > 0), signs.Count(static sign => sign < 0));
        RowCrossing best = new(facet.Index, first, second, columns, RowCrossings.MinSide, FirstLeadsEarly: true, 0, 0, 1);
        (int won, int lost) = (0, 0);
        for (int split = 1; split <= columns.Length - RowCrossings.MinSide; split++)
        {
            (won, lost) = (won + (signs[split - 1] > 0 ? 1 : 0), lost + (signs[split - 1] < 0 ? 1 : 0));
            if (split < RowCrossings.MinSide || Math.Sign(won - lost) * Math.Sign(wins - won - (losses - lost)) >= 0)
                continue;
            double p = Math.Min(1, splits * Math.Max(SignTest.P(won, lost), SignTest.P(wins - won, losses - lost)));
            if (p < best.P)
                best = best with { Split = split, FirstLeadsEarly = won > lost, Early = Math.Max(won, lost), Late = won > lost ? losses - lost : wins - won, P = p };
        }

        return best;
    }
}
