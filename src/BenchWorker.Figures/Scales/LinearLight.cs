namespace BenchWorker.Figures;

/// <summary>sRGB channels to light and back, and the contrast that follows from it.</summary>
/// <remarks>IEC 61966-2-1; WCAG 2.2, "relative luminance" and "contrast ratio".</remarks>
public static class LinearLight
{
    private static readonly double[] OfByte = [.. Enumerable.Range(0, 256).Select(static channel => Decode(channel / 255.0))];

    /// <summary>Light of an 8-bit channel, in [0, 1].</summary>
    public static double Of(byte channel) => OfByte[channel];

    /// <summary>The 8-bit channel nearest to an amount of light; light outside [0, 1] is cut.</summary>
    public static byte ToByte(double light)
    {
        double cut = Math.Clamp(light, 0, 1);
        double encoded = cut <= 0.0031308 ? cut * 12.92 : (1.055 * Math.Pow(cut, 1 / 2.4)) - 0.055;
        return (byte)Math.Round(encoded * 255, MidpointRounding.AwayFromZero);
    }

    /// <summary>Relative luminance, 0 for black to 1 for white.</summary>
    public static double Luminance(Rgb colour) =>
        (0.2126 * Of(colour.R)) + (0.7152 * Of(colour.G)) + (0.0722 * Of(colour.B));

    /// <summary>Contrast ratio of two colours, 1 (none) to 21.</summary>
    public static double Contrast(Rgb one, Rgb other)
    {
        (double a, double b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Decode(double encoded) =>
        encoded <= 0.04045 ? encoded / 12.92 : Math.Pow((encoded + 0.055) / 1.055, 2.4);
}
