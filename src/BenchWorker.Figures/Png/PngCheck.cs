using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;

namespace BenchWorker.Figures;

/// <summary>Decodes a PNG as far as it takes to know that any decoder can: every chunk's length and checksum, the header, every compressed byte,
/// the filter of every row, the palette. Only the filters' arithmetic is left out, which cannot fail.</summary>
/// <remarks>W3C PNG specification, third edition. Interlaced files do not pass; nothing here writes them.</remarks>
public static class PngCheck
{
    private const int ChunkOverhead = 12;
    private const int HeaderBytes = 13;
    private const int LastFilter = 4;
    private const int BufferBytes = 1 << 16;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    /// <returns>What is wrong, to be read after the file's name; null for a picture that decodes.</returns>
    public static string? Fault(ReadOnlySpan<byte> png)
    {
        if (!png.StartsWith(Signature))
            return "has no PNG signature";
        ReadOnlySpan<byte> rest = png[Signature.Length..];
        using MemoryStream data = new();
        PngHeader? header = null;
        bool palette = false;
        while (rest.Length >= ChunkOverhead)
        {
            uint length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - ChunkOverhead)
                break;
            ReadOnlySpan<byte> chunk = rest.Slice(4, 4 + (int)length), type = chunk[..4], content = chunk[4..];
            if (Crc32.Of(chunk) != BinaryPrimitives.ReadUInt32BigEndian(rest[(8 + (int)length)..]))
                return "has a chunk with a wrong checksum";
            if (header is null && (header = type.SequenceEqual("IHDR"u8) && content.Length == HeaderBytes ? PngHeader.Read(content) : null) is null)
                return "has no header that can be read";
            palette |= type.SequenceEqual("PLTE"u8) && content.Length is > 0 and <= 3 * 256 && content.Length % 3 == 0;
            if (type.SequenceEqual("IDAT"u8))
                data.Write(content);
            rest = rest[(ChunkOverhead + (int)length)..];
            if (type.SequenceEqual("IEND"u8))
                return rest.Length > 0 ? "goes on after its end" : header.NeedsPalette && !palette ? "has no palette" : PixelFault(data, header);
        }

        return "is cut short";
    }

    private static string? PixelFault(MemoryStream data, PngHeader header)
    {
        long row = header.RowBytes + 1, expected = row * header.Height, read = 0;
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            data.Position = 0;
            using ZLibStream inflated = new(data, CompressionMode.Decompress, leaveOpen: true);
            for (int count; (count = inflated.Read(buffer, 0, BufferBytes)) > 0; read += count)
            {
                for (long start = (row - (read % row)) % row; start < count; start += row)
                {
                    if (buffer[start] > LastFilter)
                        return "has a row with an unknown filter";
                }
            }
        }
        catch (InvalidDataException)
        {
            return "has pixels that cannot be decompressed";
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return read == expected ? null : FormattableString.Invariant($"holds {read} bytes of pixels where its size needs {expected}");
    }
}
