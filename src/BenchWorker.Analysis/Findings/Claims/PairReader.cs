namespace BenchWorker.Analysis;

/// <summary>Compares two regions of equal shape cell against cell.</summary>
internal sealed class PairReader(RegionReader regions, TieKey key)
{
    public double Measure(Quantity.Paired paired)
    {
        (double First, double Second)[] shown = Both(regions.Shown(paired.First), regions.Shown(paired.Second));
        (double First, double Second)[] stored = Both(regions.Stored(paired.First), regions.Stored(paired.Second));
        return paired.Measure switch
        {
            PairMeasure.Shared => shown.Length,
            PairMeasure.Higher => Higher(shown),
            PairMeasure.Equal => shown.Count(pair => key.Compare(pair.First, pair.Second) == 0),
            PairMeasure.Lower => Lower(shown),
            PairMeasure.FirstMean => stored.Length == 0 ? double.NaN : stored.Average(static pair => pair.First),
            PairMeasure.SecondMean => stored.Length == 0 ? double.NaN : stored.Average(static pair => pair.Second),
            PairMeasure.MeanDifference => stored.Length == 0 ? double.NaN : stored.Average(static pair => pair.First - pair.Second),
            PairMeasure.SignP => SignTest.P(Higher(shown), Lower(shown)),
            PairMeasure.LargestGap => Gap(shown),
            _ => shown.Count(pair => key.Compare(Math.Abs(pair.First - pair.Second), Gap(shown)) == 0),
        };
    }

    private static (double First, double Second)[] Both(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        List<(double, double)> both = new(first.Length);
        for (int i = 0; i < Math.Min(first.Length, second.Length); i++)
        {
            if (!double.IsNaN(first[i]) && !double.IsNaN(second[i]))
                both.Add((first[i], second[i]));
        }

        return [.. both];
    }

    private int Higher((double First, double Second)[] pairs) => pairs.Count(pair => key.Compare(pair.First, pair.Second) > 0);

    private int Lower((double First, double Second)[] pairs) => pairs.Count(pair => key.Compare(pair.First, pair.Second) < 0);

    private static double Gap((double First, double Second)[] pairs) =>
        pairs.Length == 0 ? double.NaN : pairs.Max(static pair => Math.Abs(pair.First - pair.Second));
}
