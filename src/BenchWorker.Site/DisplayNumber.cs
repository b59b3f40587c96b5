using System.Globalization;

namespace BenchWorker.Site;

/// <summary>Numbers as readers see them: shortest decimal of the double, then half away from zero, never "-0.0".</summary>
internal static class DisplayNumber
{
    /// <summary>Beyond these magnitudes a fixed number of decimals says too much or nothing.</summary>
    private const double LargestFixed = 1e15;

    public static string Text(double value, int decimals)
    {
        if (Math.Abs(value) >= LargestFixed || (value != 0 && Math.Abs(value) < Analysis.PowersOfTen.Of(-decimals) / 2))
            return value.ToString("0.##e+0", CultureInfo.InvariantCulture);
        decimal rounded = Math.Round(decimal.Parse(value.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture), decimals, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0m : rounded).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>Decimals that tell neighbouring scores apart without pretending: three for fractions, two for percentages, fewer for larger numbers.</summary>
    public static int Decimals(IEnumerable<double> values)
    {
        double largest = 0;
        bool whole = true;
        foreach (double value in values)
        {
            largest = Math.Max(largest, Math.Abs(value));
            whole &= value == Math.Floor(value);
        }

        return whole ? 0 : largest switch { <= 1.5 => 3, <= 150 => 2, <= 1500 => 1, _ => 0 };
    }

    /// <summary>A count, its thousands parted by commas.</summary>
    public static string Whole(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A share in [0, 1] as whole percent; 99.6 % is not yet 100 %.</summary>
    public static string Percent(double share) =>
        string.Create(CultureInfo.InvariantCulture, $"{(share < 1 ? Math.Min(99, Math.Round(share * 100, MidpointRounding.AwayFromZero)) : 100)}\u00a0%");
}
