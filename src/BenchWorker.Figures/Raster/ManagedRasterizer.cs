namespace BenchWorker.Figures;

/// <summary>The built-in rasteriser: no package, no native library, the same pixels on every machine. Safe to share between threads.</summary>
public sealed class ManagedRasterizer(FontSet fonts, RasterColours colours = RasterColours.Compact) : IRasterizer
{
    private readonly SceneRasterizer scenes = new(fonts, colours, new OutlineCoverage());

    /// <summary>Paints with DejaVu Sans.</summary>
    public ManagedRasterizer()
        : this(FontSet.Default)
    {
    }

    /// <returns>An image with a palette wherever the colours fit in one.</returns>
    /// <exception cref="ArgumentException">A scale other than 1 to 4, or more than 100 million pixels.</exception>
    /// <exception cref="InvalidDataException">A font is damaged.</exception>
    public PixelImage Rasterize(Scene scene, int scale, PixelImage? spent = null) => scenes.Rasterize(scene, scale, spent);
}
