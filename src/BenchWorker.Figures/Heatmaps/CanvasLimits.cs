using static System.FormattableString;

namespace BenchWorker.Figures;

/// <summary>How large a figure may become; at the usual two device pixels a logical one these are 8,000 px a side and 40 megapixels.</summary>
public static class CanvasLimits
{
    public const int MaxSidePx = 4000;

    public const int MaxAreaPx = 10_000_000;

    /// <exception cref="ArgumentException">The canvas would be larger; the message has the computed size and <paramref name="remedy"/>.</exception>
    internal static void Demand(double width, double height, string remedy)
    {
        if (width > MaxSidePx || height > MaxSidePx || width * height > MaxAreaPx)
            throw new ArgumentException(Invariant($"The figure would be {width:0} x {height:0} px; at most {MaxSidePx} px a side and {MaxAreaPx / 1_000_000} megapixels are drawn. {remedy}"), nameof(width));
    }
}
