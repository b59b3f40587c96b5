namespace BenchWorker.Analysis;

/// <summary>Recomputes ranks by the two rankings that count missing cells differently.</summary>
internal sealed class PlaceReader(ScoreColumns scores, ColumnWins wins)
{
    private readonly Lazy<double[]> borda = new(() => Borda(scores, wins));
    private readonly Lazy<double[]> winRates = new(() => WinRates(scores, wins));

    /// <returns>NaN for an entity without a score.</returns>
    public double BordaRank(string entity) => RankOf(scores.RowOf(entity), borda.Value);

    public double WinRateRank(string entity) => RankOf(scores.RowOf(entity), winRates.Value);

    private static double RankOf(int row, double[] points)
    {
        double[] keys = TieGrid.Of(points);
        return row < 0 || double.IsNaN(keys[row]) ? double.NaN : 1 + keys.Count(key => key > keys[row]);
    }

    /// <summary>N - rank in each column that the row has, in halves: 2 N - 2 present + its half wins.</summary>
    private static double[] Borda(ScoreColumns scores, ColumnWins wins)
    {
        long[] points = new long[scores.Rows];
        for (int column = 0; column < scores.Count; column++)
        {
            ReadOnlySpan<int> halves = wins.Of(column);
            int others = 2 * (scores.Live.Count - scores.Present(column));
            for (int row = 0; row < points.Length; row++)
                points[row] += halves[row] == ColumnWins.Missing ? 0 : others + halves[row];
        }

        double[] whole = [.. Enumerable.Repeat(double.NaN, points.Length)];
        foreach (int row in scores.Live)
            whole[row] = points[row] / 2.0;
        return whole;
    }

    /// <summary>Mean share of the others beaten, over the columns that somebody else has too; NaN where there is none.</summary>
    private static double[] WinRates(ScoreColumns scores, ColumnWins wins)
    {
        (double[] sums, int[] columns) = (new double[scores.Rows], new int[scores.Rows]);
        for (int column = 0; column < scores.Count; column++)
        {
            ReadOnlySpan<int> halves = wins.Of(column);
            double all = 2.0 * (scores.Present(column) - 1);
            for (int row = 0; all > 0 && row < sums.Length; row++)
            {
                bool has = halves[row] != ColumnWins.Missing;
                (sums[row], columns[row]) = (sums[row] + (has ? halves[row] / all : 0), columns[row] + (has ? 1 : 0));
            }
        }

        return [.. sums.Select((sum, row) => sum / columns[row])];
    }
}
