namespace BenchWorker.Figures;

/// <summary>Turns a scene into pixels: built in, or SkiaSharp.</summary>
public interface IRasterizer
{
    /// <param name="scale">Device pixels a logical pixel, 1 to 4.</param>
    /// <param name="spent">An image that nobody looks at any more: its memory is painted over where it has the same size. Large figures take tens of megabytes.</param>
    PixelImage Rasterize(Scene scene, int scale, PixelImage? spent = null);
}
