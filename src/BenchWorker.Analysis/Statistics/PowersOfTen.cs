using System.Globalization;

namespace BenchWorker.Analysis;

/// <summary>Every power of ten that a double can be, each the double nearest to it on any machine.</summary>
/// <remarks>Math.Pow and Math.Log10 are the C library's, and some of them miss a power of ten by a bit.</remarks>
public static class PowersOfTen
{
    private const int Least = -323, Most = 308;

    private static readonly double[] Powers =
        [.. Enumerable.Range(Least, Most - Least + 1).Select(static exponent => double.Parse("1e" + exponent.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture))];

    /// <summary>10^exponent; 0 below -323, infinite above 308.</summary>
    public static double Of(int exponent) => exponent < Least ? 0 : exponent > Most ? double.PositiveInfinity : Powers[exponent - Least];

    /// <summary>The least exponent whose power is not below x: log10 rounded up.</summary>
    /// <param name="x">Finite and above 0.</param>
    /// <returns>309 above the largest power.</returns>
    public static int Ceiling(double x) => Array.BinarySearch(Powers, x) is var at && at < 0 ? ~at + Least : at + Least;

    /// <summary>The greatest exponent whose power is not above x: log10 rounded down.</summary>
    /// <param name="x">Finite and above 0.</param>
    public static int Floor(double x) => Array.BinarySearch(Powers, x) is var at && at < 0 ? ~at - 1 + Least : at + Least;
}
