using System.Buffers.Binary;

namespace BenchWorker.Figures;

/// <summary>The first chunk of a PNG.</summary>
/// <param name="RowBytes">Of one row of pixels without its filter's byte.</param>
internal sealed record PngHeader(int Height, long RowBytes, bool NeedsPalette)
{
    private const int PaletteColour = 3;

    /// <returns>Null for what no PNG without interlacing may say.</returns>
    public static PngHeader? Read(ReadOnlySpan<byte> ihdr)
    {
        int width = BinaryPrimitives.ReadInt32BigEndian(ihdr), height = BinaryPrimitives.ReadInt32BigEndian(ihdr[4..]);
        (int depth, int colour) = (ihdr[8], ihdr[9]);
        int channels = (colour, depth) switch
        {
            (0, 1 or 2 or 4 or 8 or 16) or (PaletteColour, 1 or 2 or 4 or 8) => 1,
            (2, 8 or 16) => 3,
            (4, 8 or 16) => 2,
            (6, 8 or 16) => 4,
            _ => 0,
        };
        bool plain = ihdr[10] == 0 && ihdr[11] == 0 && ihdr[12] == 0;
        return width > 0 && height > 0 && channels > 0 && plain ? new PngHeader(height, (((long)width * channels * depth) + 7) / 8, colour == PaletteColour) : null;
    }
}
