namespace BenchWorker.Analysis;

/// <summary>Correlation of two sequences of equal length without missing values; NaN where one of them is constant.</summary>
public static class Correlation
{
    public static double Pearson(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length)
            throw new ArgumentException($"{y.Length} values cannot pair with {x.Length}.", nameof(y));
        (double meanX, double meanY) = (StableSum.Mean(x.ToArray()), StableSum.Mean(y.ToArray()));
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int k = 0; k < x.Length; k++)
        {
            xx += (x[k] - meanX) * (x[k] - meanX);
            yy += (y[k] - meanY) * (y[k] - meanY);
            xy += (x[k] - meanX) * (y[k] - meanY);
        }

        return xx == 0 || yy == 0 ? double.NaN : xy / Math.Sqrt(xx * yy);
    }

    /// <summary>Pearson correlation of the average ranks.</summary>
    public static double Spearman(ReadOnlySpan<double> x, ReadOnlySpan<double> y) => Pearson(Ranks.Average(x), Ranks.Average(y));
}
