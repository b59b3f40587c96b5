namespace BenchWorker.Figures;

/// <summary>Paints scenes with a palette wherever their colours fit in one, else in truecolour. Safe to share between threads.</summary>
/// <param name="coverage">What letters and slanted shapes look like.</param>
internal sealed class SceneRasterizer(FontSet fonts, RasterColours colours, ICoverage coverage)
{
    private const int MaxScale = 4;

    /// <summary>A palette image of this many pixels takes 100 MB.</summary>
    private const long MaxPixels = 100_000_000;

    private readonly GlyphCache glyphs = new(coverage);

    /// <exception cref="ArgumentException">A scale other than 1 to 4, or more than 100 million pixels.</exception>
    /// <exception cref="InvalidDataException">A font is damaged.</exception>
    public PixelImage Rasterize(Scene scene, int scale, PixelImage? spent)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scale, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale, MaxScale);
        (long width, long height) = ((long)scene.WidthPx * scale, (long)scene.HeightPx * scale);
        if (width < 1 || height < 1 || width > MaxPixels || width * height > MaxPixels)
            throw new ArgumentException($"A canvas of {width} x {height} pixels cannot be painted; 1 to {MaxPixels} pixels can.", nameof(scene));
        return WithPalette(scene, scale, spent) ?? Direct(scene, scale);
    }

    private PixelImage? WithPalette(Scene scene, int scale, PixelImage? spent)
    {
        var needed = SceneColours.Of(scene);
        int size = scene.WidthPx * scale * scene.HeightPx * scale;
        byte[] pixels = spent is { } image && image.Samples.Length == size ? image.Samples : GC.AllocateUninitializedArray<byte>(size);
        foreach (PaletteBudget budget in PaletteBudget.All.Where(budget => budget.Fills is null || colours is RasterColours.Compact))
        {
            if (budget.For(needed) is not { } inks)
                continue;
            var canvas = new Canvas<byte>(scene.WidthPx * scale, scene.HeightPx * scale, pixels, inks);
            if (new ScenePainter<byte>(canvas, scale, fonts, glyphs, coverage).Paint(scene))
                return new PixelImage(canvas.Width, canvas.Height, pixels, inks.Palette);
        }
        return null;
    }

    private PixelImage Direct(Scene scene, int scale)
    {
        uint[] pixels = GC.AllocateUninitializedArray<uint>(scene.WidthPx * scale * scene.HeightPx * scale);
        var canvas = new Canvas<uint>(scene.WidthPx * scale, scene.HeightPx * scale, pixels, new DirectInks());
        new ScenePainter<uint>(canvas, scale, fonts, glyphs, coverage).Paint(scene);
        byte[] rgb = GC.AllocateUninitializedArray<byte>(3 * pixels.Length);
        for (int i = 0; i < pixels.Length; i++)
            (rgb[3 * i], rgb[(3 * i) + 1], rgb[(3 * i) + 2]) = ((byte)(pixels[i] >> 16), (byte)(pixels[i] >> 8), (byte)pixels[i]);
        return new PixelImage(canvas.Width, canvas.Height, rgb);
    }
}
