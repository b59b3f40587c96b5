namespace BenchWorker.Figures;

/// <summary>How much of each pixel around a glyph's origin it covers.</summary>
/// <param name="Left">Pixels from the origin to the left edge of the mask; may be negative.</param>
/// <param name="Top">Pixels from the origin down to the upper edge; negative above the baseline.</param>
/// <param name="Coverage">Row-major, 0 to 255; length Width * Height.</param>
internal sealed record GlyphMask(int Left, int Top, int Width, int Height, byte[] Coverage)
{
    public static GlyphMask Empty { get; } = new(0, 0, 0, 0, []);
}
