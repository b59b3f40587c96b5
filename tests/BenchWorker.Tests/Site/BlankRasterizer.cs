using BenchWorker.Figures;

namespace BenchWorker.Tests;

/// <summary>Paints the background only; tests of pages care that there is a picture, not what it shows.</summary>
internal sealed class BlankRasterizer : IRasterizer
{
    public int Calls { get; private set; }

    public PixelImage Rasterize(Scene scene, int scale, PixelImage? spent = null)
    {
        Calls++;
        return new PixelImage(scene.WidthPx * scale, scene.HeightPx * scale, new byte[scene.WidthPx * scale * scene.HeightPx * scale], [scene.Background]);
    }
}
