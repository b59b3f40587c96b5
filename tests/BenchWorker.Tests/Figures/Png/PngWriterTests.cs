using System.Buffers.Binary;
using System.Text;
using BenchWorker.Figures;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Figures;

public sealed class PngWriterTests
{
    private static readonly PngMetadata Plain = new("", "", 1);

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 7, 2)]
    [InlineData(300, 2, 256)]
    [InlineData(64, 64, 3)]
    [InlineData(200, 200, 250)]
    public void Palette_images_come_back_as_they_were(int width, int height, int colours)
    {
        var random = new Random(width);
        var image = new PixelImage(
            width, height, [.. Enumerable.Range(0, width * height).Select(_ => (byte)random.Next(colours))],
            [.. Enumerable.Range(0, colours).Select(i => new Rgb((byte)i, (byte)(255 - i), (byte)(i * 7)))]);

        PixelImage read = TestPng.Read(PngWriter.Write(image, Plain));

        read.Samples.ShouldBe(image.Samples);
        read.Palette.ShouldBe(image.Palette);
    }

    [Fact]
    public void Truecolour_images_come_back_as_they_were()
    {
        byte[] noise = new byte[3 * 50 * 40];
        new Random(1).NextBytes(noise);

        PixelImage read = TestPng.Read(PngWriter.Write(new PixelImage(50, 40, noise), Plain));

        read.Palette.ShouldBeNull();
        read.Samples.ShouldBe(noise);
    }

    [Fact]
    public void A_truecolour_image_of_few_colours_gets_a_palette()
    {
        byte[] rgb = [.. Enumerable.Range(0, 100).SelectMany(i => new byte[] { (byte)(i % 5), 10, 20 })];

        PixelImage read = TestPng.Read(PngWriter.Write(new PixelImage(10, 10, rgb), Plain));

        read.Palette!.Count.ShouldBe(5);
        read.ToRgb().ShouldBe(rgb);
    }

    [Theory]
    [InlineData("drawing", 0.03)]
    [InlineData("noisy field", 0.87)]
    [InlineData("smooth field", 0.12)]
    public void Every_kind_of_picture_is_compressed_in_the_way_that_suits_it(string kind, double share)
    {
        var random = new Random(3);
        Rgb[] greys = [.. Enumerable.Range(0, 256).Select(i => new Rgb((byte)i, (byte)i, (byte)i))];
        byte[] cells = [.. Enumerable.Range(0, 200 * 200).Select(i => (byte)(kind switch
        {
            "drawing" => i % 200 / 25 * ((i / 200 / 25) + 1),
            "noisy field" => (i / 400) + random.Next(64),
            _ => ((i / 200) + (i % 200)) / 2,
        }))];

        byte[] png = PngWriter.Write(new PixelImage(200, 200, cells, greys), Plain);

        TestPng.Read(png).Samples.ShouldBe(cells);
        (png.Length - 900).ShouldBeLessThan((int)(share * cells.Length)); // 900: the palette and what surrounds it.
    }

    [Fact]
    public void It_says_its_title_density_and_colour_space_and_no_time()
    {
        byte[] png = PngWriter.Write(new PixelImage(1, 1, [1, 2, 3]), new PngMetadata("Mean accuracy", "Größer als 0 \u2265 \u6F22", 2));
        Dictionary<string, byte[]> chunks = TestPng.Chunks(png).ToDictionary(chunk => chunk.Type, chunk => chunk.Bytes);

        chunks.Keys.ShouldBe(["IHDR", "sRGB", "pHYs", "PLTE", "tEXt", "iTXt", "IDAT", "IEND"]);
        BinaryPrimitives.ReadInt32BigEndian(chunks["pHYs"]).ShouldBe(5669); // 144 dots an inch.
        Encoding.Latin1.GetString(chunks["tEXt"]).ShouldBe("Title\0Mean accuracy");
        Encoding.UTF8.GetString(chunks["iTXt"]).ShouldBe("Description\0\0\0\0\0Größer als 0 \u2265 \u6F22");
    }

    [Fact]
    public void Equal_pictures_are_equal_files()
    {
        byte[] Write() => PngWriter.Write(new ManagedRasterizer().Rasterize(GoldenScenes.Of("annotated", dark: false), 2), Plain);

        Write().ShouldBe(Write());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    public void Every_level_of_effort_holds_the_same_pixels(int level)
    {
        PixelImage image = new ManagedRasterizer().Rasterize(GoldenScenes.Of("annotated", dark: false), 1);

        TestPng.Read(PngWriter.Write(image, Plain, level)).Samples.ShouldBe(image.Samples);
    }
}
