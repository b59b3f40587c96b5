using SkiaSharp;

namespace BenchWorker.Figures;

/// <summary>Paints scenes with SkiaSharp. Layout, glyph choice and PNG encoding are the same as with the built-in rasteriser; only pixels come from Skia. Safe to share between threads.</summary>
public sealed class SkiaRasterizer(FontSet fonts, RasterColours colours = RasterColours.Compact) : IRasterizer, IDisposable
{
    private const int MaxScale = 4;

    /// <summary>As many as the built-in rasteriser paints; they take 400 MB here.</summary>
    private const long MaxPixels = 100_000_000;

    private readonly SkiaTypefaces typefaces = new();

    /// <summary>Paints with DejaVu Sans.</summary>
    public SkiaRasterizer()
        : this(FontSet.Default)
    {
    }

    /// <returns>An image with a palette where the fills fit in one, else truecolour pixels.</returns>
    /// <exception cref="ArgumentException">A scale other than 1 to 4, or more than 100 million pixels.</exception>
    /// <exception cref="InvalidDataException">Skia cannot read a font.</exception>
    public PixelImage Rasterize(Scene scene, int scale)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scale, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale, MaxScale);
        (long width, long height) = ((long)scene.WidthPx * scale, (long)scene.HeightPx * scale);
        if (width < 1 || height < 1 || width > MaxPixels || width * height > MaxPixels)
            throw new ArgumentException($"A canvas of {width} x {height} pixels cannot be painted; 1 to {MaxPixels} pixels can.", nameof(scene));
        using var bitmap = new SKBitmap(new SKImageInfo((int)width, (int)height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SkiaPainter.Colour(scene.Background));
            using var painter = new SkiaPainter(canvas, scale, fonts, typefaces);
            foreach (DrawingOperation operation in scene.Operations)
                painter.Paint(operation);
        }

        var painted = new PixelImage((int)width, (int)height, WithoutAlpha(bitmap.GetPixelSpan()));
        return colours is RasterColours.Compact ? PaletteReduction.Reduce(painted, scene) : painted;
    }

    public void Dispose() => typefaces.Dispose();

    private static byte[] WithoutAlpha(ReadOnlySpan<byte> rgba)
    {
        byte[] rgb = GC.AllocateUninitializedArray<byte>(rgba.Length / 4 * 3);
        for (int from = 0, to = 0; from < rgba.Length; from += 4, to += 3)
            (rgb[to], rgb[to + 1], rgb[to + 2]) = (rgba[from], rgba[from + 1], rgba[from + 2]);
        return rgb;
    }
}
