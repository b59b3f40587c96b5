using System.Buffers.Binary;
using System.Globalization;

namespace BenchWorker.Figures;

/// <summary>One table of a font file; every read is checked against its end, so that a damaged file ends in a sentence.</summary>
internal readonly struct FontTable(string tag, ReadOnlyMemory<byte> bytes)
{
    public int Length => bytes.Length;

    public byte Byte(int offset) => Span(offset, 1)[0];

    public ushort UInt16(int offset) => BinaryPrimitives.ReadUInt16BigEndian(Span(offset, 2));

    public short Int16(int offset) => BinaryPrimitives.ReadInt16BigEndian(Span(offset, 2));

    public uint UInt32(int offset) => BinaryPrimitives.ReadUInt32BigEndian(Span(offset, 4));

    /// <summary>An offset or a count of 32 bits; those above 2^31 point past the end of any file we read.</summary>
    public int Offset32(int offset) => UInt32(offset) is <= int.MaxValue and uint value ? (int)value : throw Ends(offset);

    public FontTable Slice(int offset, int length)
    {
        if (offset < 0 || length < 0 || length > bytes.Length - offset)
            throw Ends((long)offset + length);
        return new FontTable(tag, bytes.Slice(offset, length));
    }

    public FontTable From(int offset) => Slice(offset, bytes.Length - offset);

    private ReadOnlySpan<byte> Span(int offset, int length)
    {
        if ((uint)offset > (uint)bytes.Length || length > bytes.Length - offset)
            throw Ends((long)offset + length);
        return bytes.Span.Slice(offset, length);
    }

    private InvalidDataException Ends(long wanted) => new(string.Create(
        CultureInfo.InvariantCulture, $"The font is damaged: its table \"{tag}\" has {bytes.Length} bytes, and byte {wanted} was asked for."));
}
