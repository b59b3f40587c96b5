namespace BenchWorker.Figures;

/// <summary>Paints scenes with SkiaSharp's letters and edges. Layout, glyph choice, whole pixels and PNG encoding are the same as with the built-in rasteriser. Safe to share between threads.</summary>
public sealed class SkiaRasterizer : IRasterizer, IDisposable
{
    private readonly SkiaCoverage coverage = new();
    private readonly SceneRasterizer scenes;

    public SkiaRasterizer(FontSet fonts, RasterColours colours = RasterColours.Compact) => scenes = new SceneRasterizer(fonts, colours, coverage);

    /// <summary>Paints with DejaVu Sans.</summary>
    public SkiaRasterizer()
        : this(FontSet.Default)
    {
    }

    /// <returns>An image with a palette wherever the colours fit in one.</returns>
    /// <exception cref="ArgumentException">A scale other than 1 to 4, or more than 100 million pixels.</exception>
    /// <exception cref="InvalidDataException">Skia cannot read a font.</exception>
    public PixelImage Rasterize(Scene scene, int scale, PixelImage? spent = null) => scenes.Rasterize(scene, scale, spent);

    public void Dispose() => coverage.Dispose();
}
