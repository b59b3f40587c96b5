using System.Globalization;

namespace BenchWorker.Analysis;

/// <summary>The one rounding of every number that a reader sees: shortest round-trip decimal, then half away from zero, never "-0.0".</summary>
/// <remarks><c>Math.Round(double)</c> and <c>ToString("F2")</c> give other digits: 1.005 is stored as 1.00499999999999989 but reads 1.005.</remarks>
public static class DisplayNumber
{
    public const int MaxDecimals = 15;

    private static readonly double[] PowersOfTen = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>Beyond this a product with a power of ten may no longer be an exact integer.</summary>
    private const double ExactIntegers = 1L << 52;

    /// <summary>Nearest to one half that still counts as clearly off a tie, after one multiplication was rounded.</summary>
    private const double ClearOfTie = 1e-3;

    /// <summary>The value as displayed, as a number. NaN and infinities stay what they are.</summary>
    /// <param name="decimals">Digits after the point, [0, 15].</param>
    public static double Round(double value, int decimals)
    {
        double scaled = value * PowersOfTen[decimals];
        double rounded = Math.Round(scaled);
        bool clear = Math.Abs(Math.Abs(scaled - rounded) - 0.5) > ClearOfTie && Math.Abs(scaled) < ExactIntegers / 1024;
        if (clear)
            return (rounded / PowersOfTen[decimals]) + 0.0;
        return double.IsFinite(value) && TryDecimal(value, decimals, out decimal exact) ? (double)exact + 0.0 : value;
    }

    /// <summary>Fixed-point text, or scientific text where a decimal cannot hold the value.</summary>
    /// <param name="signed">Whether a positive number carries a plus sign.</param>
    /// <exception cref="ArgumentException">The value is NaN or infinite: neither is ever printed.</exception>
    public static string Format(double value, int decimals, bool signed = false)
    {
        if (!double.IsFinite(value))
            throw new ArgumentException($"{value} cannot be printed as a number.", nameof(value));
        if (!TryDecimal(value, decimals, out decimal exact))
            return value.ToString("E3", CultureInfo.InvariantCulture);
        string text = Math.Abs(exact).ToString(Patterns[decimals], CultureInfo.InvariantCulture);
        return exact < 0 ? "-" + text : signed && exact > 0 ? "+" + text : text;
    }

    /// <summary>Fewest decimals, at most <paramref name="most"/>, that print every value as it is.</summary>
    public static int DecimalsOf(ReadOnlySpan<double> values, int most)
    {
        int decimals = 0;
        foreach (double value in values)
            while (decimals < most && double.IsFinite(value) && Round(value, decimals) != value)
                decimals++;
        return decimals;
    }

    private static readonly string[] Patterns = [.. Enumerable.Range(0, MaxDecimals + 1).Select(decimals => "F" + decimals.ToString(CultureInfo.InvariantCulture))];

    private static bool TryDecimal(double value, int decimals, out decimal exact)
    {
        bool fits = decimal.TryParse(value.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out exact);
        if (fits)
            exact = Math.Round(exact, decimals, MidpointRounding.AwayFromZero);
        return fits;
    }
}
