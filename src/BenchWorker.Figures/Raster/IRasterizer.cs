namespace BenchWorker.Figures;

/// <summary>Turns a scene into pixels: built in, or SkiaSharp.</summary>
public interface IRasterizer
{
    /// <param name="scale">Device pixels a logical pixel, 1 to 4.</param>
    PixelImage Rasterize(Scene scene, int scale);
}
