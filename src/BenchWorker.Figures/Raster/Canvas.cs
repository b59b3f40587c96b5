namespace BenchWorker.Figures;

/// <summary>Pixels to paint on, in device pixels; what lies outside is not painted.</summary>
/// <param name="pixels">Row-major; whatever they hold is painted over by the background.</param>
internal sealed class Canvas<TPixel>(int width, int height, TPixel[] pixels, IInks<TPixel> inks)
    where TPixel : unmanaged
{
    public int Width => width;

    public int Height => height;

    public IInks<TPixel> Inks => inks;

    public Span<TPixel> Row(int y) => pixels.AsSpan(y * width, width);

    public void Fill(PixelArea area, TPixel ink)
    {
        PixelArea inside = area.Within(width, height);
        for (int y = inside.Top; y < inside.Bottom; y++)
            Row(y)[inside.Left..inside.Right].Fill(ink);
    }

    /// <param name="left">Where the mask's upper left corner lies.</param>
    public void Stamp(GlyphMask mask, int left, int top, TPixel ink)
    {
        PixelArea inside = new PixelArea(left, top, left + mask.Width, top + mask.Height).Within(width, height);
        if (inside.Width == 0)
            return;
        for (int y = inside.Top; y < inside.Bottom; y++)
        {
            ReadOnlySpan<byte> coverage = mask.Coverage.AsSpan(((y - top) * mask.Width) + inside.Left - left, inside.Width);
            inks.Blend(Row(y)[inside.Left..inside.Right], coverage, ink);
        }
    }
}
