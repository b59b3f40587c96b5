namespace BenchWorker.Analysis;

/// <summary>Recomputes Friedman's test as an analysis of variance of the ranks, which needs no correction for ties.</summary>
/// <remarks>Over the columns that every live row has. All sums are whole numbers: ranks are counted in halves from their middle.</remarks>
internal sealed class OrderAgreement
{
    public OrderAgreement(ScoreColumns scores, ColumnWins wins)
    {
        Entities = scores.Live.Count;
        long[] sums = new long[scores.Rows];
        long within = 0;
        for (int column = 0; column < scores.Count; column++)
        {
            if (scores.Present(column) != Entities)
                continue;
            Columns++;
            foreach (int row in scores.Live)
            {
                // Twice (rank - (k + 1) / 2), where rank = k - half wins / 2.
                long deviation = Entities - 1 - wins.Of(column)[row];
                sums[row] += deviation;
                within += deviation * deviation;
            }
        }

        double between = sums.Sum(static sum => (double)sum * sum);
        Q = (Entities - 1) * between / within;
        P = Distributions.ChiSquaredUpper(Q, Entities - 1);
        W = Q / (Columns * (Entities - 1.0));
    }

    /// <summary>k, live rows.</summary>
    public int Entities { get; }

    /// <summary>n, columns that all of them have.</summary>
    public int Columns { get; }

    /// <summary>Chi-squared with k - 1 degrees of freedom; NaN where all are tied everywhere.</summary>
    public double Q { get; }

    public double P { get; }

    /// <summary>Kendall's coefficient of concordance.</summary>
    public double W { get; }

    /// <summary>0 where the test does not tell the rows apart: no difference is critical then.</summary>
    public double CriticalDifference => P > TestResult.Alpha ? 0 : Analysis.CriticalDifference.Of(Entities, Columns);
}
