namespace BenchWorker.Figures;

/// <summary>Opaque pixels, row-major from the top: three bytes each (red, green, blue), or one byte each that points into a palette.</summary>
/// <param name="Samples">Length 3 * Width * Height without a palette, Width * Height with one.</param>
/// <param name="Palette">Up to 256 colours, or null; every sample is below its length.</param>
public sealed record PixelImage(int Width, int Height, byte[] Samples, IReadOnlyList<Rgb>? Palette = null)
{
    public Rgb this[int x, int y]
    {
        get
        {
            int pixel = (y * Width) + x;
            return Palette is { } palette ? palette[Samples[pixel]] : new Rgb(Samples[3 * pixel], Samples[(3 * pixel) + 1], Samples[(3 * pixel) + 2]);
        }
    }

    /// <summary>The pixels as red, green, blue; a copy where there is a palette.</summary>
    public byte[] ToRgb()
    {
        if (Palette is not { } palette)
            return Samples;
        byte[] rgb = new byte[3 * Samples.Length];
        for (int i = 0; i < Samples.Length; i++)
            (rgb[3 * i], rgb[(3 * i) + 1], rgb[(3 * i) + 2]) = (palette[Samples[i]].R, palette[Samples[i]].G, palette[Samples[i]].B);
        return rgb;
    }
}
