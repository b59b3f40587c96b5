#if SKIASHARP
using BenchWorker.Figures;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Figures;

/// <summary>Holds SkiaSharp's pixels against the built-in rasteriser's. Compiled with <c>-p:SkiaSharp=true</c>.</summary>
public sealed class SkiaRasterizerTests
{
    /// <summary>Pixels may differ by so much of 255 in a channel; the two cover an edge by different rules.</summary>
    private const int EdgeTolerance = 96;

    /// <summary>Without text: no pixel may differ by more, and the mean difference is at most 4 of 255.</summary>
    private static readonly (double FarOff, double Mean) OfShapes = (0, 4);

    /// <summary>With text, whose letters Skia hints by its own rules: 2 in 100 pixels may differ by more, and the mean difference is at most 6 of 255.</summary>
    private static readonly (double FarOff, double Mean) OfText = (0.02, 6);

    public static TheoryData<string, bool, int> Cases => ManagedRasterizerGoldenTests.Cases;

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_scene_is_painted_as_the_built_in_rasteriser_paints_it(string name, bool dark, int scale)
    {
        Scene scene = GoldenScenes.Of(name, dark);
        using var skia = new SkiaRasterizer();

        PixelImage painted = skia.Rasterize(scene, scale);

        PixelImage expected = new ManagedRasterizer().Rasterize(scene, scale);
        (painted.Width, painted.Height).ShouldBe((expected.Width, expected.Height));
        int[] differences = Differences(painted, expected);
        (double farOff, double mean) = scene.Operations.Any(static operation => operation is DrawingOperation.TextRun) ? OfText : OfShapes;
        differences.Count(static difference => difference > EdgeTolerance).ShouldBeLessThanOrEqualTo((int)(farOff * differences.Length));
        differences.Average().ShouldBeLessThanOrEqualTo(mean);
    }

    [Theory]
    [InlineData("rectangles")]
    [InlineData("outlines")]
    [InlineData("ramp-smooth")]
    [InlineData("ramp-steps")]
    [InlineData("block")]
    public void What_lies_on_whole_pixels_has_exactly_the_same_colours(string name)
    {
        Scene scene = GoldenScenes.Of(name, dark: false);
        using var skia = new SkiaRasterizer(FontSet.Default, RasterColours.Exact);

        Differences(skia.Rasterize(scene, 2), new ManagedRasterizer(FontSet.Default, RasterColours.Exact).Rasterize(scene, 2)).Max().ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public void Painting_twice_and_from_several_threads_gives_the_same_pixels()
    {
        Scene scene = GoldenScenes.Of("annotated", dark: false);
        using var skia = new SkiaRasterizer();
        byte[] first = skia.Rasterize(scene, 2).Samples;

        byte[][] again = [.. Enumerable.Range(0, 8).AsParallel().Select(_ => skia.Rasterize(scene, 2).Samples)];

        again.ShouldAllBe(samples => samples.SequenceEqual(first));
    }

    [Fact]
    public void A_seed_is_written_as_png_by_the_same_writer()
    {
        Scene scene = FigureComposer.Compose(SeedFigures.Lengths, BenchWorker.Figures.Theme.Light, FontSet.Default);
        using var skia = new SkiaRasterizer();

        PixelImage read = TestPng.Read(PngWriter.Write(skia.Rasterize(scene, 2), PngMetadata.Of(scene, 2)));

        (read.Width, read.Height).ShouldBe((2 * scene.WidthPx, 2 * scene.HeightPx));
    }

    [Theory]
    [InlineData("Lengths")]
    [InlineData("Probes")]
    public void Text_beside_the_cells_takes_no_tint_from_them(string name)
    {
        Scene scene = FigureComposer.Compose(name is "Lengths" ? SeedFigures.Lengths : SeedFigures.Probes, BenchWorker.Figures.Theme.Light, FontSet.Default);
        using var skia = new SkiaRasterizer();

        PixelImage painted = skia.Rasterize(scene, 2);

        // The title and the subtitle stand above all cells, on white.
        byte[] rgb = painted.ToRgb();
        Enumerable.Range(0, painted.Width * 60).Max(pixel => Math.Abs(rgb[3 * pixel] - rgb[(3 * pixel) + 2])).ShouldBeLessThan(32);
    }

    [Fact]
    public void A_scale_beyond_the_allowed_ones_is_refused()
    {
        using var skia = new SkiaRasterizer();

        Should.Throw<ArgumentOutOfRangeException>(() => skia.Rasterize(GoldenScenes.Of("text", dark: false), 5));
    }

    /// <summary>The largest difference of each pixel's channels.</summary>
    private static int[] Differences(PixelImage one, PixelImage other)
    {
        (byte[] left, byte[] right) = (one.ToRgb(), other.ToRgb());
        return [.. Enumerable.Range(0, left.Length / 3).Select(pixel => Enumerable.Range(3 * pixel, 3).Max(i => Math.Abs(left[i] - right[i])))];
    }
}
#endif
