using System.Buffers.Binary;
using System.IO.Compression;
using BenchWorker.Figures;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests;

public sealed class PngCheckTests
{
    private static readonly byte[] Whole = PngWriter.Write(
        new PixelImage(40, 30, [.. Enumerable.Range(0, 40 * 30).Select(static i => (byte)(i * i % 7))], [.. Enumerable.Range(0, 7).Select(static i => new Rgb((byte)(i * 30), 9, 200))]),
        new PngMetadata("t", "d", 1));

    [Fact]
    public void Pictures_of_the_writer_pass()
    {
        PngCheck.Fault(Whole).ShouldBeNull();
        PngCheck.Fault(PngWriter.Write(new PixelImage(3, 2, new byte[18], null), new PngMetadata("t", "", 1))).ShouldBeNull();
    }

    [Fact]
    public void No_single_changed_byte_goes_unnoticed()
    {
        for (int i = 0; i < Whole.Length; i++)
        {
            byte[] damaged = [.. Whole];
            damaged[i] ^= 0x40;

            PngCheck.Fault(damaged).ShouldNotBeNull($"byte {i}");
        }
    }

    [Fact]
    public void No_shortened_file_passes()
    {
        for (int length = 0; length < Whole.Length; length++)
            PngCheck.Fault(Whole.AsSpan(0, length)).ShouldNotBeNull($"{length} bytes");
        PngCheck.Fault([.. Whole, 0]).ShouldBe("goes on after its end");
    }

    [Fact]
    public void Pixels_must_be_as_many_as_the_header_says() =>
        PngCheck.Fault(With("IHDR", static header => BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), 31))).ShouldBe("holds 1230 bytes of pixels where its size needs 1271");

    [Fact]
    public void A_row_with_an_unknown_filter_is_found() =>
        PngCheck.Fault(With("IDAT", static _ => { }, Packed(static rows => rows[41 * 12] = 9))).ShouldBe("has a row with an unknown filter");

    [Fact]
    public void Pixels_that_do_not_decompress_are_found() =>
        PngCheck.Fault(With("IDAT", static data => data.AsSpan(2, 20).Fill(0xff))).ShouldBe("has pixels that cannot be decompressed");

    [Fact]
    public void A_picture_with_a_palette_must_bring_it() =>
        PngCheck.Fault(With("PLTE", static _ => { }, replacement: [])).ShouldBe("has no palette");

    private static byte[] Packed(Action<byte[]> change)
    {
        byte[] rows = new byte[41 * 30];
        change(rows);
        using MemoryStream packed = new();
        using (ZLibStream zlib = new(packed, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write(rows);
        return packed.ToArray();
    }

    /// <summary>The whole picture with one chunk changed or replaced, its checksum right.</summary>
    private static byte[] With(string type, Action<byte[]> change, byte[]? replacement = null)
    {
        List<byte> png = [.. Whole.Take(8)];
        foreach ((string name, byte[] bytes) in TestPng.Chunks(Whole))
        {
            byte[] content = name == type ? replacement ?? bytes : bytes;
            if (name == type)
                change(content);
            png.AddRange(TestPng.Chunk(name, content));
        }

        return [.. png];
    }
}
