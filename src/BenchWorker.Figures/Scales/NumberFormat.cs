using System.Globalization;

namespace BenchWorker.Figures;

/// <summary>How the numbers of one figure are written: fixed point with the same decimals throughout, U+2212 as minus.</summary>
/// <param name="Decimals">Digits after the point, 0 to 6.</param>
/// <param name="DropsZero">Whether ".97" stands for "0.97".</param>
/// <param name="IsTiny">Whether all values are so close to 0 that only powers of ten can show them.</param>
public sealed record NumberFormat(int Decimals, bool DropsZero = false, bool IsTiny = false)
{
    public const char Minus = '\u2212';

    private const int MostDecimals = 3;

    /// <summary>A number is written with at most so many digits where its decimals are inferred.</summary>
    private const int MostDigits = 4;

    /// <summary>Share of the distinct values that must stay distinct when rounded.</summary>
    private const double KeptDistinct = 0.95;

    /// <summary>Decimals are inferred from at most so many values, taken at equal distances.</summary>
    private const int SampleSize = 2000;

    private const double Huge = 1e6, Tiny = 1e-3;

    private static readonly string[] Fixed = ["F0", "F1", "F2", "F3", "F4", "F5", "F6"];

    /// <summary>The decimals the values came with, where these are at most 3; else the fewest that keep them apart.</summary>
    /// <param name="values">What is not finite is left out.</param>
    public static NumberFormat For(ReadOnlySpan<double> values)
    {
        double[] finite = [.. Sample(values).Distinct()];
        double largest = finite.Length == 0 ? 0 : finite.Max(Math.Abs);
        if (largest is > 0 and < Tiny)
            return new NumberFormat(2, IsTiny: true);
        for (int decimals = 0; decimals <= MostDecimals; decimals++)
        {
            if (Array.TrueForAll(finite, value => Math.Abs(value) >= Huge || Math.Round(value, decimals) == value))
                return new NumberFormat(decimals);
        }
        int whole = largest < 1 ? 1 : (int)Math.Floor(Math.Log10(Math.Min(largest, Huge))) + 1;
        int most = Math.Clamp(MostDigits - whole, 0, MostDecimals);
        for (int decimals = 0; decimals < most; decimals++)
        {
            if (finite.Select(value => Math.Round(value, decimals)).Distinct().Count() >= KeptDistinct * finite.Length)
                return new NumberFormat(decimals);
        }
        return new NumberFormat(most);
    }

    /// <param name="value">Finite.</param>
    public string Write(double value)
    {
        double size = Math.Abs(value);
        if (size >= Huge || (IsTiny && size > 0))
            return Signed(Power(value));
        string text = value.ToString(Fixed[IsTiny ? 0 : Decimals], CultureInfo.InvariantCulture);
        if (text[0] == '-' && text.AsSpan().IndexOfAnyInRange('1', '9') < 0)
            text = text[1..];
        if (DropsZero && size < 1)
            text = text.Replace("0.", ".", StringComparison.Ordinal);
        return Signed(text);
    }

    /// <summary>Like <see cref="Write"/>, with a plus before what is above 0; for differences.</summary>
    public string WriteSigned(double value)
    {
        string text = Write(value);
        return value > 0 && text.AsSpan().IndexOfAnyInRange('1', '9') >= 0 ? "+" + text : text;
    }

    private static string Power(double value) =>
        value.ToString("0.##e0", CultureInfo.InvariantCulture);

    private static string Signed(string text) => text.Replace('-', Minus);

    private static List<double> Sample(ReadOnlySpan<double> values)
    {
        var sample = new List<double>(Math.Min(values.Length, 2 * SampleSize));
        int stride = Math.Max(1, values.Length / SampleSize);
        for (int i = 0; i < values.Length; i += stride)
        {
            if (double.IsFinite(values[i]))
                sample.Add(values[i]);
        }
        return sample;
    }
}
