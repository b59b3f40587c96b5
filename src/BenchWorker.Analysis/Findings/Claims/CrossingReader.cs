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
        (int Up, int Down)[] later = FromTheEnd(both);
        (int up, int down) = (0, 0);
        for (int split = 1; split <= both.Length - RowCrossings.MinSide; split++)
        {
            (up, down) = (up + (both[split - 1].Order > 0 ? 1 : 0), down + (both[split - 1].Order < 0 ? 1 : 0));
            if (split < RowCrossings.MinSide || Math.Sign(up - down) * Math.Sign(later[split].Up - later[split].Down) >= 0)
                continue;
            double p = splits * Math.Max(SignTest.P(up, down), SignTest.P(later[split].Up, later[split].Down));
            if (p < best)
                (column, best) = (both[split - 1].At, p);
        }

        return (column, best);
    }

    /// <summary>By position, how many from there on are up and how many down.</summary>
    private static (int Up, int Down)[] FromTheEnd((int At, int Order)[] cells)
    {
        var counts = new (int Up, int Down)[cells.Length + 1];
        for (int i = cells.Length - 1; i >= 0; i--)
            counts[i] = (counts[i + 1].Up + (cells[i].Order > 0 ? 1 : 0), counts[i + 1].Down + (cells[i].Order < 0 ? 1 : 0));
        return counts;
    }
}
