namespace BenchWorker.Analysis;

/// <summary>Pairs by bands of their average. Bands of one of the two alone would show a crossing that is only regression to the mean.</summary>
internal sealed record PairBands(int Count, int FirstHigher, int SecondHigher, int FirstSignificant, int SecondSignificant)
{
    private const int Bands = 5;

    private const int MinPairs = 10;

    private const int MinBands = 2;

    /// <returns>Null where fewer than two bands hold ten pairs.</returns>
    public static PairBands? Of(IReadOnlyList<(double X, double Y)> pairs, HeatmapMetric metric)
    {
        double low = metric.Lower ?? pairs.Min(static pair => (pair.X + pair.Y) / 2);
        double high = metric.Upper ?? pairs.Max(static pair => (pair.X + pair.Y) / 2);
        if (!(high > low))
            return null;
        double[][] bands = [.. pairs.GroupBy(pair => Math.Clamp((int)(Bands * (((pair.X + pair.Y) / 2) - low) / (high - low)), 0, Bands - 1))
            .OrderBy(static band => band.Key).Select(static band => band.Select(static pair => pair.X - pair.Y).ToArray()).Where(static band => band.Length >= MinPairs)];
        if (bands.Length < MinBands)
            return null;
        double[] q = Multiplicity.BenjaminiHochberg([.. bands.Select(static band => SignTest.P(band.Count(static d => d > 0), band.Count(static d => d < 0)))]);
        int[] signs = [.. bands.Select(static band => Math.Sign(Math.Round(band.Average(), 12)))];
        return new PairBands(
            bands.Length, signs.Count(static sign => sign > 0), signs.Count(static sign => sign < 0),
            bands.Where((band, i) => q[i] <= TestResult.Alpha && band.Count(static d => d > 0) > band.Count(static d => d < 0)).Count(),
            bands.Where((band, i) => q[i] <= TestResult.Alpha && band.Count(static d => d > 0) < band.Count(static d => d < 0)).Count());
    }
}
