using System.Buffers;
using System.IO.Compression;

namespace BenchWorker.Figures;

/// <summary>Compresses the pixels of a PNG, in the way that suits them best.</summary>
internal static class PngCompression
{
    /// <summary>Drawings suit the difference to the row above, photographs none, fields of noisy cells the difference to the left without a search for repeats.</summary>
    private static readonly (RowFilter Filter, ZLibCompressionStrategy Strategy)[] Ways =
    [
        (RowFilter.Above, ZLibCompressionStrategy.Default),
        (RowFilter.None, ZLibCompressionStrategy.Default),
        (RowFilter.Left, ZLibCompressionStrategy.Default),
        (RowFilter.Left, ZLibCompressionStrategy.RunLengthEncoding),
    ];

    private const int SampledStripes = 4;
    private const int LeastRowsOfStripe = 8;
    private const int RowsForEachSampledRow = 40;

    /// <returns>The zlib stream of the filtered rows.</returns>
    public static MemoryStream Compress(PixelImage image, int level)
    {
        int step = image.Palette is null ? 3 : 1;
        (int First, int Count)[] stripes = Stripes(image.Height);
        (RowFilter filter, ZLibCompressionStrategy strategy) = level == 0
            ? Ways[1]
            : Ways.MinBy(way => Compressed(image, step, way.Filter, way.Strategy, level, stripes).Length);
        return Compressed(image, step, filter, strategy, level, [(0, image.Height)]);
    }

    /// <summary>A fortieth of the rows, in stripes spread evenly over the image, on which the ways are tried.</summary>
    private static (int First, int Count)[] Stripes(int height)
    {
        int rows = Math.Min(height, Math.Max(LeastRowsOfStripe, height / RowsForEachSampledRow / SampledStripes));
        return [.. Enumerable.Range(0, SampledStripes).Select(i => ((height - rows) * ((2 * i) + 1) / (2 * SampledStripes), rows))];
    }

    private static MemoryStream Compressed(
        PixelImage image, int step, RowFilter filter, ZLibCompressionStrategy strategy, int level, (int First, int Count)[] stripes)
    {
        int stride = image.Width * step;
        var rows = new FilteredRows(image.Samples, stride, step, filter);
        var data = new MemoryStream();
        byte[] line = ArrayPool<byte>.Shared.Rent(stride + 1);
        var options = new ZLibCompressionOptions { CompressionLevel = level, CompressionStrategy = strategy };
        using (var zlib = new ZLibStream(data, options, leaveOpen: true))
        {
            foreach ((int first, int count) in stripes)
            {
                for (int y = first; y < first + count; y++)
                {
                    rows.Read(y, line);
                    zlib.Write(line, 0, stride + 1);
                }
            }
        }
        ArrayPool<byte>.Shared.Return(line);
        return data;
    }
}
