namespace BenchWorker.Analysis;

/// <summary>Recomputes what leaving out one column at a time does to the order by mean.</summary>
/// <remarks>Nothing is subtracted from a total: what is left is added up from both sides of the column that is out.</remarks>
internal sealed class StabilityReader
{
    public StabilityReader(ScoreColumns scores)
    {
        RunningMeans[] after = new RunningMeans[scores.Count];
        RunningMeans all = new(scores.Rows);
        for (int column = scores.Count - 1; column >= 0; column--)
        {
            after[column] = all.Copy();
            all.Add(scores.Of(column));
        }

        double[] whole = all.KeysWith(new RunningMeans(scores.Rows));
        PairwiseTau order = new(whole);
        RunningMeans before = new(scores.Rows);
        for (int column = 0; column < scores.Count; column++)
        {
            if (scores.Present(column) > 0)
                Count(before.KeysWith(after[column]), order, Leader(whole));
            before.Add(scores.Of(column));
        }
    }

    /// <summary>Columns that somebody has.</summary>
    public int Cases { get; private set; }

    /// <summary>Of those, how many leave the leader first when they are left out.</summary>
    public int Kept { get; private set; }

    /// <summary>Smallest tau-b between the whole order and those with one column left out; NaN where one of them has no order.</summary>
    public double LeastTau { get; private set; } = double.PositiveInfinity;

    private void Count(double[] keys, PairwiseTau order, int leader)
    {
        Cases++;
        Kept += Leader(keys) == leader ? 1 : 0;
        LeastTau = Math.Min(LeastTau, order.With(keys));
    }

    /// <summary>The first of those with the best mean.</summary>
    private static int Leader(double[] keys) => Array.IndexOf(keys, keys.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Max());
}
