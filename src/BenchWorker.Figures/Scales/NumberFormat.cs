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

    /// <summary>Large numbers are written in millions or billions where the smallest of them is at least this share of the largest.</summary>
    private const double LeastShare = 1e-3;

    /// <summary>Share of the distinct values that must stay distinct when rounded.</summary>
    private const double KeptDistinct = 0.95;

    /// <summary>From the lowest to the highest value there are at least so many steps of the last decimal.</summary>
    private const int LeastSteps = 10;

    /// <summary>Decimals are inferred from at most so many values, taken at equal distances.</summary>
    private const int SampleSize = 2000;

    private const double Huge = 1e6, Tiny = 1e-3, Billion = 1e9, MostBillions = 1e15;

    private static readonly string[] Fixed = ["F0", "F1", "F2", "F3", "F4", "F5", "F6"];

    public int Decimals
    {
        get;
        init => field = value is >= 0 and <= 6 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Numbers have 0 to 6 decimals.");
    } = Decimals;

    public NumberUnit Unit { get; init; }

    /// <summary>Whether what is above 0 has a plus before it; for differences.</summary>
    public bool IsSigned { get; init; }

    /// <summary>Reads <c>0.00</c>, <c>+0.0</c>, <c>0.0%</c>, <c>0.0k</c>, <c>0.0M</c> or <c>0B</c>.</summary>
    /// <exception cref="FormatException">The text is no such pattern; the message says what is.</exception>
    public static NumberFormat Parse(string pattern) => NumberPattern.Read(pattern);

    /// <summary>The decimals the values came with, where these are at most 3; else the fewest that keep them apart and show how far.</summary>
    /// <param name="values">What is not finite is left out.</param>
    public static NumberFormat For(ReadOnlySpan<double> values)
    {
        double[] finite = [.. Sample(values).Distinct()];
        double largest = finite.Length == 0 ? 0 : finite.Max(Math.Abs);
        if (largest is > 0 and < Tiny)
            return new NumberFormat(2, IsTiny: true);
        if (largest is >= Huge and < MostBillions && finite.All(value => value == 0 || Math.Abs(value) >= LeastShare * largest))
        {
            NumberUnit unit = largest >= Billion ? NumberUnit.Billions : NumberUnit.Millions;
            return For([.. finite.Select(value => value / unit.Size())]) with { Unit = unit };
        }
        for (int decimals = 0; decimals <= MostDecimals; decimals++)
        {
            if (Array.TrueForAll(finite, value => Math.Abs(value) >= Huge || Math.Round(value, decimals) == value))
                return new NumberFormat(decimals);
        }
        int whole = largest < 1 ? 1 : (int)Math.Floor(Math.Log10(Math.Min(largest, Huge))) + 1;
        int most = Math.Clamp(MostDigits - whole, 0, MostDecimals);
        double spread = finite.Max() - finite.Min();
        for (int decimals = 0; decimals < most; decimals++)
        {
            if (spread >= LeastSteps * Math.Pow(10, -decimals) && finite.Select(value => Math.Round(value, decimals)).Distinct().Count() >= KeptDistinct * finite.Length)
                return new NumberFormat(decimals);
        }
        return new NumberFormat(most);
    }

    /// <param name="value">Finite.</param>
    public string Write(double value)
    {
        double size = Math.Abs(InUnits(value));
        string text = size >= Huge || (IsTiny && size > 0) ? Power(value) : FixedPoint(value, size);
        string sign = IsSigned && value > 0 && text.AsSpan().IndexOfAnyInRange('1', '9') >= 0 ? "+" : "";
        return sign + text.Replace('-', Minus);
    }

    /// <summary>The number that is written for a value.</summary>
    internal double InUnits(double value) => value / Unit.Size();

    private string FixedPoint(double value, double size)
    {
        string text = InUnits(value).ToString(Fixed[IsTiny ? 0 : Decimals], CultureInfo.InvariantCulture);
        if (text[0] == '-' && text.AsSpan().IndexOfAnyInRange('1', '9') < 0)
            text = text[1..];
        return (DropsZero && size < 1 ? text.Replace("0.", ".", StringComparison.Ordinal) : text) + Unit.Sign();
    }

    private static string Power(double value) =>
        value.ToString("0.##e0", CultureInfo.InvariantCulture);

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
