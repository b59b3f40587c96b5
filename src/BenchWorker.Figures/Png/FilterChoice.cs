using System.Numerics;

namespace BenchWorker.Figures;

/// <summary>How a row of a PNG is prepared for compression; the values are those of the format.</summary>
internal enum PngFilter
{
    None = 0,
    Up = 2,
}

/// <summary>Which filter suits an image.</summary>
internal static class FilterChoice
{
    private const int SampledRows = 64;

    /// <summary>
    /// Drawings (cells with text, large areas) repeat themselves and compress best as they are; fields of many small cells compress best as
    /// differences to the row above. They are told apart by how often a pixel equals the one before it: nine in ten and more in drawings.
    /// </summary>
    private const double DrawingShare = 0.8;

    public static PngFilter For(PixelImage image, int stride)
    {
        if (image.Palette is null)
            return PngFilter.None;
        long equal = 0, seen = 0;
        for (int i = 0; i < SampledRows; i++)
        {
            ReadOnlySpan<byte> row = image.Samples.AsSpan((int)((long)i * image.Height / SampledRows) * stride, stride);
            seen += row.Length - 1;
            for (int x = 1; x < row.Length; x++)
                equal += row[x] == row[x - 1] ? 1 : 0;
        }
        return equal >= DrawingShare * seen ? PngFilter.None : PngFilter.Up;
    }

    /// <summary>Writes the difference to the row above, byte by byte, modulo 256.</summary>
    public static void Up(ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, Span<byte> difference)
    {
        int x = 0;
        for (; x <= row.Length - Vector<byte>.Count; x += Vector<byte>.Count)
            (new Vector<byte>(row[x..]) - new Vector<byte>(above[x..])).CopyTo(difference[x..]);
        for (; x < row.Length; x++)
            difference[x] = (byte)(row[x] - above[x]);
    }
}
