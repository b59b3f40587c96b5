using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using BenchWorker.Figures;

namespace BenchWorker.Tests;

/// <summary>Reads the PNGs that tests compare: 8 bits a sample, truecolour or palette, no interlace.</summary>
/// <remarks>W3C PNG specification, third edition; written apart from the writer, so that one checks the other.</remarks>
internal static class TestPng
{
    public static PixelImage Read(byte[] png)
    {
        Dictionary<string, byte[]> chunks = Chunks(png).GroupBy(chunk => chunk.Type)
            .ToDictionary(same => same.Key, same => same.SelectMany(chunk => chunk.Bytes).ToArray());
        byte[] header = chunks["IHDR"];
        int width = BinaryPrimitives.ReadInt32BigEndian(header), height = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4));
        int bytesPerPixel = (header[8], header[9]) switch { (8, 2) => 3, (8, 3) => 1, var other => throw new NotSupportedException($"PNG of kind {other}") };

        using var inflated = new MemoryStream();
        using (var zlib = new ZLibStream(new MemoryStream(chunks["IDAT"]), CompressionMode.Decompress))
            zlib.CopyTo(inflated);
        byte[] samples = Unfilter(inflated.ToArray(), width * bytesPerPixel, height, bytesPerPixel);
        Rgb[]? palette = bytesPerPixel == 1 ? [.. chunks["PLTE"].Chunk(3).Select(c => new Rgb(c[0], c[1], c[2]))] : null;
        return new PixelImage(width, height, samples, palette);
    }

    /// <summary>The chunks in order; a wrong checksum throws.</summary>
    public static IEnumerable<(string Type, byte[] Bytes)> Chunks(byte[] png)
    {
        for (int at = 8; at < png.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (Crc(png.AsSpan(at + 4, 4 + length)) != BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 8 + length)))
                throw new InvalidDataException("A PNG chunk has a wrong checksum.");
            yield return (Encoding.ASCII.GetString(png, at + 4, 4), png[(at + 8)..(at + 8 + length)]);
            at += 12 + length;
        }
    }

    /// <summary>A chunk with its right checksum.</summary>
    public static byte[] Chunk(string type, byte[] bytes)
    {
        byte[] chunk = new byte[bytes.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, bytes.Length);
        Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        bytes.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(bytes.Length + 8), Crc(chunk.AsSpan(4, bytes.Length + 4)));
        return chunk;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint crc = 0xFFFFFFFF;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }

    private static byte[] Unfilter(byte[] filtered, int stride, int height, int step)
    {
        byte[] samples = new byte[stride * height];
        for (int y = 0; y < height; y++)
        {
            byte filter = filtered[y * (stride + 1)];
            for (int x = 0; x < stride; x++)
            {
                int left = x < step ? 0 : samples[(y * stride) + x - step], up = y == 0 ? 0 : samples[((y - 1) * stride) + x];
                int corner = x < step || y == 0 ? 0 : samples[((y - 1) * stride) + x - step];
                int predicted = filter switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => throw new InvalidDataException($"PNG filter {filter}") };
                samples[(y * stride) + x] = (byte)(filtered[(y * (stride + 1)) + 1 + x] + predicted);
            }
        }
        return samples;
    }

    private static int Paeth(int left, int up, int corner)
    {
        int estimate = left + up - corner;
        (int l, int u, int c) = (Math.Abs(estimate - left), Math.Abs(estimate - up), Math.Abs(estimate - corner));
        return l <= u && l <= c ? left : u <= c ? up : corner;
    }
}
