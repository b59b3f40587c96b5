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

    [Fact]
    public void Fields_of_small_cells_are_written_as_differences_and_drawings_as_they_are()
    {
        var random = new Random(3);
        Rgb[] greys = [.. Enumerable.Range(0, 256).Select(i => new Rgb((byte)i, (byte)i, (byte)i))];
        byte[] field = [.. Enumerable.Range(0, 100 * 100).Select(i => (byte)((i / 100) + random.Next(9)))];
        byte[] drawing = [.. Enumerable.Range(0, 100 * 100).Select(i => (byte)(i % 100 / 25))];

        FilterChoice.For(new PixelImage(100, 100, field, greys), 100).ShouldBe(PngFilter.Up);
        FilterChoice.For(new PixelImage(100, 100, drawing, greys), 100).ShouldBe(PngFilter.None);
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
