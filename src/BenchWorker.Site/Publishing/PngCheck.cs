using System.Buffers.Binary;

namespace BenchWorker.Site;

/// <summary>Reads a PNG's outline: signature, chunk lengths, first and last chunk. A file cut short or overwritten does not pass.</summary>
internal static class PngCheck
{
    private const int ChunkOverhead = 12;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    public static bool IsWhole(ReadOnlySpan<byte> png)
    {
        if (!png.StartsWith(Signature))
            return false;
        ReadOnlySpan<byte> rest = png[Signature.Length..];
        bool first = true;
        while (rest.Length >= ChunkOverhead)
        {
            uint length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            ReadOnlySpan<byte> type = rest.Slice(4, 4);
            if (length > rest.Length - ChunkOverhead || (first && !type.SequenceEqual("IHDR"u8)))
                return false;
            if (type.SequenceEqual("IEND"u8))
                return rest.Length == ChunkOverhead;
            rest = rest[(ChunkOverhead + (int)length)..];
            first = false;
        }

        return false;
    }
}
