namespace BenchWorker.Figures;

/// <summary>Turns a scene into pixels: built in, or SkiaSharp.</summary>
public interface IRasterizer
{
    /// <param name="scale">Device pixels a logical pixel, 1 to 4.</param>
    PixelImage Rasterize(Scene scene, int scale);
}

/// <summary>Opaque pixels, row-major from the top, three bytes each: red, green, blue.</summary>
/// <param name="Rgb">Length 3 * Width * Height.</param>
public sealed record PixelImage(int Width, int Height, byte[] Rgb);
