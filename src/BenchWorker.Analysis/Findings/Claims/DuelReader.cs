namespace BenchWorker.Analysis;

/// <summary>Recounts who beats whom, from the scores behind a table of win rates and from its cells.</summary>
internal sealed class DuelReader(HeatmapTable table)
{
    private readonly Dictionary<(int, int), (int Better, int Equal, int Worse)> known = [];

    public double Measure(DuelMeasure measure, int first, int second)
    {
        (int better, int equal, int worse) = Tally(first, second);
        return measure switch
        {
            DuelMeasure.Better => better,
            DuelMeasure.Equal => equal,
            DuelMeasure.Worse => worse,
            _ => better + equal + worse,
        };
    }

    /// <summary>Unordered pairs whose rate from either side fits.</summary>
    public double Pairs(Func<double, bool> fits)
    {
        int pairs = 0;
        for (int row = 0; row < table.Rows.Count; row++)
        {
            for (int other = 0; other < row; other++)
                pairs += fits(table[0, row, other]) || fits(table[0, other, row]) ? 1 : 0;
        }

        return pairs;
    }

    /// <summary>For every win the wins of the beaten over those who beat the winner: each circle is met once from each of its three sides.</summary>
    public double Circles()
    {
        int n = table.Rows.Count;
        int words = (n + 63) / 64;
        ulong[] beats = new ulong[n * words];
        ulong[] beatenBy = new ulong[n * words];
        foreach ((int winner, int loser) in Wins())
        {
            beats[(winner * words) + (loser / 64)] |= 1UL << (loser % 64);
            beatenBy[(loser * words) + (winner / 64)] |= 1UL << (winner % 64);
        }

        long sides = 0;
        foreach ((int winner, int loser) in Wins())
        {
            for (int word = 0; word < words; word++)
                sides += System.Numerics.BitOperations.PopCount(beats[(loser * words) + word] & beatenBy[(winner * words) + word]);
        }

        return sides / 3;
    }

    private IEnumerable<(int Winner, int Loser)> Wins()
    {
        for (int row = 0; row < table.Rows.Count; row++)
        {
            for (int other = 0; other < table.Columns.Count; other++)
            {
                if (table[0, row, other] > Duels.Half)
                    yield return (row, other);
            }
        }
    }

    private (int Better, int Equal, int Worse) Tally(int first, int second)
    {
        if (known.TryGetValue((first, second), out (int, int, int) tally))
            return tally;
        return known[(first, second)] = table.Content is TableContent.WinRates { Of: var scores }
            ? Count(scores, Row(scores, table.Rows.Labels[first]), Row(scores, table.Rows.Labels[second]))
            : default;
    }

    private static int Row(ScoreTable scores, string entity) => Enumerable.Range(0, scores.Entities.Count).First(row => string.Equals(scores.Entities[row], entity, StringComparison.Ordinal));

    private static (int Better, int Equal, int Worse) Count(ScoreTable scores, int first, int second)
    {
        (int better, int equal, int worse) = (0, 0, 0);
        foreach ((ScoreColumn column, int j) in scores.Columns.Select(static (column, j) => (column, j)).Where(static pair => pair.column.Counts))
        {
            if (!scores[first, j].HasValue || !scores[second, j].HasValue)
                continue;
            double lead = column.Direction == Direction.HigherIsBetter ? scores[first, j].Value - scores[second, j].Value : scores[second, j].Value - scores[first, j].Value;
            (better, equal, worse) = (better + (lead > 0 ? 1 : 0), equal + (lead == 0 ? 1 : 0), worse + (lead < 0 ? 1 : 0));
        }

        return (better, equal, worse);
    }
}
