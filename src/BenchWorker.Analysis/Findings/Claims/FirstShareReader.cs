namespace BenchWorker.Analysis;

/// <summary>Recomputes how often an entity has the best mean when the columns are drawn again, draw by draw.</summary>
/// <remarks>Only the best mean is sought: nobody is ranked. What a row had drawn is the whole draw less what fell on its gaps.</remarks>
internal sealed class FirstShareReader
{
    private readonly ScoreColumns scores;
    private readonly ulong seed;
    private readonly DrawnSums sums;

    /// <summary>By row, the columns that it misses.</summary>
    private readonly int[][] gaps;

    public FirstShareReader(ScoreColumns scores, ulong seed)
    {
        (this.scores, this.seed, sums) = (scores, seed, new DrawnSums(scores));
        gaps = [.. Enumerable.Range(0, scores.Rows).Select(row => Enumerable.Range(0, scores.Count).Where(column => double.IsNaN(scores.Of(column)[row])).ToArray())];
    }

    /// <summary>Share of the draws in which the entity is first or tied for first, [0, 1].</summary>
    public double Of(string entity)
    {
        int own = scores.RowOf(entity);
        int first = 0;
        int[] times = new int[scores.Count];
        for (int draw = 0; draw < RankResampling.DefaultReplicates; draw++)
        {
            Draw(draw, times);
            first += IsFirst(own, sums.Of(times), times) ? 1 : 0;
        }

        return (double)first / RankResampling.DefaultReplicates;
    }

    /// <summary>As many columns as there are, with replacement, from the draw's own stream.</summary>
    private void Draw(int draw, int[] times)
    {
        Array.Clear(times);
        ulong state = CounterRandom.Stream(seed, (ulong)draw);
        for (int k = 0; k < times.Length; k++)
            times[CounterRandom.Below(CounterRandom.WordOf(state, (ulong)k), times.Length)]++;
    }

    /// <summary>Tie keys order as means do, so that nobody is ahead of the entity exactly when the best mean is not.</summary>
    private bool IsFirst(int own, ReadOnlySpan<double> drawnSums, int[] times)
    {
        (double best, double largest, double mean) = (double.NegativeInfinity, 0, double.NaN);
        for (int row = 0; row < gaps.Length; row++)
        {
            int drawn = times.Length;
            foreach (int column in gaps[row])
                drawn -= times[column];
            if (drawn == 0)
                continue;
            double score = drawnSums[row] / drawn;
            best = score > best ? score : best;
            largest = Math.Abs(score) > largest ? Math.Abs(score) : largest;
            mean = row == own ? score : mean;
        }

        double[] keys = TieGrid.Of([best, mean, largest]);
        return keys[1] >= keys[0];
    }
}
