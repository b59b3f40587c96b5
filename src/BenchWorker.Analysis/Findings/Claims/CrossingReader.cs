namespace BenchWorker.Analysis;

/// <summary>Tries every split of two rows anew, by counting both sides.</summary>
internal sealed class CrossingReader(HeatmapTable table, LineReader lines)
{
    public IEnumerable<(int Facet, int First, int Second, double P)> Tests() => !RowCrossings.Applies(table) ? [] :
        from facet in Enumerable.Range(0, table.Facets.Count)
        from first in Enumerable.Range(0, table.Rows.Count)
        from second in Enumerable.Range(first + 1, table.Rows.Count - first - 1)
        let best = Best(facet, first, second)
        where !double.IsNaN(best.P)
        select (facet, first, second, best.P);

    /// <returns>The last column before the split; NaN where nothing was tested.</returns>
    public (double Column, double P) Best(int facet, int first, int second)
    {
        Dictionary<int, double> other = lines.Read(Axis.Row, facet, second).ToDictionary(static cell => cell.At, static cell => cell.Shown);
        (int At, int Order)[] both = [.. lines.Read(Axis.Row, facet, first).Where(cell => other.ContainsKey(cell.At)).Select(cell => (cell.At, cell.Shown.CompareTo(other[cell.At])))];
        (double column, double best) = (double.NaN, both.Length < 2 * RowCrossings.MinSide ? double.NaN : 1);
        int splits = both.Length - (2 * RowCrossings.MinSide) + 1;
        for (int split = RowCrossings.MinSide; split <= both.Length - RowCrossings.MinSide; split++)
        {
            (int up, int down) = Count(both[..split]);
            (int upLater, int downLater) = Count(both[split..]);
            if (Math.Sign(up - down) * Math.Sign(upLater - downLater) >= 0)
                continue;
            double p = splits * Math.Max(SignTest.P(up, down), SignTest.P(upLater, downLater));
            if (p < best)
                (column, best) = (both[split - 1].At, p);
        }

        return (column, best);
    }

    private static (int Up, int Down) Count((int At, int Order)[] cells) =>
        (cells.Count(static cell => cell.Order > 0), cells.Count(static cell => cell.Order < 0));
}
