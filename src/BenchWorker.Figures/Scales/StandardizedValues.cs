namespace BenchWorker.Figures;

/// <summary>Values after standardisation, in the order they came, with what a reader must be told of it.</summary>
/// <param name="Values">NaN exactly where the value was not finite.</param>
/// <param name="Limits">Ends of the colour scale; null where the specification's own limits apply.</param>
/// <param name="Reach">The largest distance that computed z-scores of so few values can have; null where that is no bound.</param>
/// <param name="GroupSize">Most values in a group.</param>
internal sealed record StandardizedValues(double[] Values, ScaleLimits? Limits, double? Reach, int GroupSize)
{
    /// <summary>From this many values on, three standard deviations are within reach.</summary>
    private const int EnoughForThreeSigma = 12;

    private const double DefaultLimit = 3;

    /// <summary>A deviation smaller than this share of the mean is rounding, not spread.</summary>
    private const double NoSpread = 1e-12;

    /// <param name="groupOf">For each value the group it is compared within.</param>
    /// <param name="names">The groups' labels; a given population is looked up by them.</param>
    /// <exception cref="ArgumentException">A given population lacks a group.</exception>
    public static StandardizedValues Of(Standardization how, double[] values, int[] groupOf, IReadOnlyList<string> names)
    {
        if (how is Standardization.None)
            return new StandardizedValues([.. values.Select(FiniteOrNaN)], null, null, values.Length);
        int[][] groups = Members(values, groupOf, names.Count);
        double[] result = new double[values.Length];
        Array.Fill(result, double.NaN);
        for (int g = 0; g < groups.Length; g++)
            Standardize(how, values, groups[g], names[g], result);
        int size = groups.Length == 0 ? 0 : groups.Max(static group => group.Length);
        return how is Standardization.ZScore z
            ? ZScored(z, result, size)
            : new StandardizedValues(result, new ScaleLimits.Declared(0, 1), null, size);
    }

    private static StandardizedValues ZScored(Standardization.ZScore z, double[] result, int size)
    {
        // With k values the largest |z| is (k - 1) / sqrt(k): Shiffler (1988), "Maximum Z scores and outliers".
        double? reach = z.Population is null && size is > 0 and < EnoughForThreeSigma ? (size - 1) / Math.Sqrt(size) : null;
        double limit = z.Limit ?? (reach is { } bound ? Math.Max(0.5, Math.Ceiling(bound * 2) / 2) : DefaultLimit);
        return new StandardizedValues(result, new ScaleLimits.Declared(-limit, limit), reach, size);
    }

    private static void Standardize(Standardization how, double[] values, int[] members, string name, double[] result)
    {
        if (members.Length == 0)
            return;
        double[] sorted = [.. members.Select(i => values[i]).Order()];
        Func<double, double> map = how switch
        {
            Standardization.ZScore z => ByMoments(z.Population is { } given ? Given(given, name) : MomentsOf(sorted)),
            Standardization.MinMax => ByRange(sorted[0], sorted[^1]),
            _ => value => RankShare(sorted, value),
        };
        foreach (int i in members)
            result[i] = map(values[i]);
    }

    private static Func<double, double> ByMoments(Moments moments) =>
        moments.Sd > NoSpread * Math.Abs(moments.Mean) ? value => (value - moments.Mean) / moments.Sd : static _ => 0;

    private static Func<double, double> ByRange(double min, double max) =>
        min < max ? value => ((value / 2) - (min / 2)) / ((max / 2) - (min / 2)) : static _ => 0.5;

    private static double RankShare(double[] sorted, double value)
    {
        int first = Array.IndexOf(sorted, value), last = Array.LastIndexOf(sorted, value);
        return sorted.Length == 1 ? 0.5 : (first + last) / 2.0 / (sorted.Length - 1);
    }

    private static Moments Given(IReadOnlyDictionary<string, Moments> population, string name) =>
        population.TryGetValue(name, out Moments moments)
            ? moments
            : throw new ArgumentException($"The reference population has no mean and deviation for \"{name}\".", nameof(population));

    /// <summary>Of sorted values, so that the order in which rows arrive changes no bit.</summary>
    private static Moments MomentsOf(double[] sorted)
    {
        double scale = Math.Max(Math.Abs(sorted[0]), Math.Abs(sorted[^1]));
        if (scale == 0 || sorted.Length < 2)
            return new Moments(sorted[0], 0);
        // Divided by the largest, so that squares of huge values stay finite.
        double mean = sorted.Sum(value => value / scale) / sorted.Length;
        double variance = sorted.Sum(value => ((value / scale) - mean) * ((value / scale) - mean)) / (sorted.Length - 1);
        return new Moments(mean * scale, Math.Sqrt(variance) * scale);
    }

    private static int[][] Members(double[] values, int[] groupOf, int groups)
    {
        var members = new List<int>[groups];
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsFinite(values[i]))
                (members[groupOf[i]] ??= []).Add(i);
        }
        return [.. members.Select(static list => list is null ? [] : list.ToArray())];
    }

    private static double FiniteOrNaN(double value) => double.IsFinite(value) ? value : double.NaN;
}
