namespace BenchWorker.Analysis;

/// <summary>Tests cells against the chance level, from the share of right answers that a value stands for.</summary>
internal static class ChanceReader
{
    /// <summary>Every cell whose number of samples is known, with its p-value.</summary>
    public static IEnumerable<(CellAddress Cell, double P)> Tests(HeatmapTable table)
    {
        if (table.Metric is not { Chance: { } chance, Lower: { } low, Upper: { } high } || table.SampleCounts is not { } samples)
            yield break;
        double guess = (chance - low) / (high - low);
        for (int facet = 0; facet < table.Facets.Count; facet++)
        {
            for (int row = 0; row < table.Rows.Count; row++)
            {
                for (int column = 0; column < table.Columns.Count; column++)
                {
                    double share = (table[facet, row, column] - low) / (high - low);
                    double n = samples[table.Index(facet, row, column)];
                    if (!double.IsNaN(share) && n > 0)
                        yield return (new CellAddress(facet, row, column), 2 * Normal.Cdf(-Math.Abs(share - guess) / Math.Sqrt(guess * (1 - guess) / n)));
                }
            }
        }
    }
}
