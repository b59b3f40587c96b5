using BenchWorker.Figures;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Figures;

public sealed class ManagedRasterizerTests
{
    private static readonly ManagedRasterizer Rasterizer = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void A_rectangle_on_whole_pixels_has_exactly_its_colour_and_its_edges(int scale)
    {
        Rgb fill = Rgb.Parse("31688e");
        Scene scene = Empty(40, 30) with { Operations = [new DrawingOperation.FillRectangle(new Rect(5, 6, 10, 12), fill)] };

        PixelImage image = Rasterizer.Rasterize(scene, scale);

        (image.Width, image.Height).ShouldBe((40 * scale, 30 * scale));
        for (int y = 0; y < image.Height; y++)
        {
            for (int x = 0; x < image.Width; x++)
                image[x, y].ShouldBe(x >= 5 * scale && x < 15 * scale && y >= 6 * scale && y < 18 * scale ? fill : Rgb.White);
        }
    }

    [Fact]
    public void Rows_at_the_edges_of_a_matrix_are_as_high_as_the_others()
    {
        Scene scene = Empty(50, 70) with { Operations = [.. Enumerable.Range(0, 7).Select(row => new DrawingOperation.FillRectangle(new Rect(0, row * 10, 50, 9), Rgb.Black))] };

        PixelImage image = Rasterizer.Rasterize(scene, 1);

        Enumerable.Range(0, 7).Select(row => Enumerable.Range(row * 10, 10).Count(y => image[25, y] == Rgb.Black)).ShouldAllBe(height => height == 9);
    }

    [Fact]
    public void A_polygon_covers_its_area()
    {
        Scene scene = Empty(100, 100) with { Operations = [new DrawingOperation.FillPolygon([new(10.3, 10.7), new(80.2, 20.1), new(33.3, 90.9)], Rgb.Black)] };

        PixelImage image = Rasterizer.Rasterize(scene, 1);

        double covered = Enumerable.Range(0, 100 * 100).Sum(i => 1 - (image[i % 100, i / 100].R / 255.0));
        covered.ShouldBe(Math.Abs(((80.2 - 10.3) * (90.9 - 10.7)) - ((33.3 - 10.3) * (20.1 - 10.7))) / 2, 3); // In 16 steps of grey.
    }

    [Fact]
    public void A_letter_covers_as_much_as_its_outline_encloses()
    {
        // A square of 0.8 em a side, 40 px an em, upright and turned.
        var fonts = FontSet.From([TestFonts.Squares('a')], []);
        foreach (double angle in new[] { 0, -45, 90 })
        {
            Scene scene = Empty(120, 120) with { Operations = [new DrawingOperation.TextRun("a", new Point(60, 60), 40, FontWeight.Regular, Rgb.Black, TextAnchor.Start, angle, 40, TextRole.Note)] };

            PixelImage image = new ManagedRasterizer(fonts).Rasterize(scene, 1);

            Enumerable.Range(0, 120 * 120).Sum(i => 1 - (image[i % 120, i / 120].R / 255.0)).ShouldBe(32 * 32, 8);
        }
    }

    [Fact]
    public void Equal_numbers_on_equal_cells_are_equal_pixels()
    {
        DrawingOperation.TextRun At(double x) => new("0.53", new Point(x, 20), 11, FontWeight.Regular, Rgb.Black, TextAnchor.Middle, 0, 0, TextRole.Cell);
        PixelImage image = Rasterizer.Rasterize(Empty(200, 30) with { Operations = [At(30.25), At(67.25), At(141.25)] }, 2);

        for (int y = 0; y < image.Height; y++)
        {
            for (int x = 20; x < 100; x++)
                (image[x, y], image[x + 74, y]).ShouldBe((image[x + 222, y], image[x + 222, y]));
        }
    }

    [Theory]
    [InlineData(RasterColours.Compact)]
    [InlineData(RasterColours.Exact)]
    public void Many_colours_under_text_fit_a_palette_or_stay_exact_as_asked(RasterColours colours)
    {
        Rgb[] map = GoldenScenes.Colours(256);
        DrawingOperation[] cells = [.. map.Select((fill, i) => new DrawingOperation.FillRectangle(new Rect(20 * (i % 16), 12 * (i / 16), 19, 11), fill))];
        DrawingOperation[] texts = [.. map.Select((_, i) => new DrawingOperation.TextRun("5", new Point((20 * (i % 16)) + 9, (12 * (i / 16)) + 9), 8, FontWeight.Regular, i > 140 ? Rgb.Black : Rgb.White, TextAnchor.Middle, 0, 5, TextRole.Cell))];

        PixelImage image = new ManagedRasterizer(FontSet.Default, colours).Rasterize(Empty(320, 200) with { Operations = [.. cells, .. texts] }, 1);

        (image.Palette is null).ShouldBe(colours is RasterColours.Exact);
        int allowed = colours is RasterColours.Exact ? 0 : ColourMerging.MaxShift;
        for (int i = 0; i < map.Length; i++)
        {
            Rgb shown = image[20 * (i % 16), 12 * (i / 16)];
            Math.Max(Math.Abs(shown.R - map[i].R), Math.Max(Math.Abs(shown.G - map[i].G), Math.Abs(shown.B - map[i].B))).ShouldBeLessThanOrEqualTo(allowed);
        }
    }

    [Fact]
    public void Lines_of_many_colours_that_cross_fit_a_palette_by_moving_edges_a_little()
    {
        Rgb[] map = [.. Colormap.Parse("rdylbu").Colours.Where((_, i) => i % 32 == 0)];
        DrawingOperation[] lines = [.. Enumerable.Range(0, 48).Select(i => new DrawingOperation.StrokeLine(new Point(10, 5 + (4 * i)), new Point(310, 5 + (4 * (i * 7 % 48))), map[i % map.Length], 2))];
        Scene scene = Empty(320, 200) with { Operations = lines };
        uint[] exact = new uint[320 * 200];
        new ScenePainter<uint>(new Canvas<uint>(320, 200, exact, new DirectInks()), 1, FontSet.Default, new GlyphCache(new OutlineCoverage()), new OutlineCoverage()).Paint(scene);

        PixelImage image = Rasterizer.Rasterize(scene, 1);

        image.Palette.ShouldNotBeNull();
        byte[] rgb = image.ToRgb();
        double[] shifts = [.. exact.Select((pixel, i) => (double)Math.Abs(rgb[(3 * i) + 1] - (int)((pixel >> 8) & 255)))];
        shifts.Average().ShouldBeLessThan(3);
        shifts.Max().ShouldBeLessThan(70);
    }

    [Fact]
    public void A_palette_drawing_differs_from_the_exact_one_by_no_more_than_merging_and_mixing_in_steps_may()
    {
        foreach (string name in GoldenScenes.Names)
        {
            Scene scene = GoldenScenes.Of(name, dark: false);
            byte[] compact = Rasterizer.Rasterize(scene, 2).ToRgb();
            var canvas = new uint[320 * 180];
            new ScenePainter<uint>(new Canvas<uint>(320, 180, canvas, new DirectInks()), 2, FontSet.Default, new GlyphCache(new OutlineCoverage()), new OutlineCoverage()).Paint(scene);

            for (int i = 0; i < canvas.Length; i++)
                Math.Abs(compact[(3 * i) + 1] - (int)((canvas[i] >> 8) & 255)).ShouldBeLessThanOrEqualTo((255 / 14) + ColourMerging.MaxShift);
        }
    }

    [Theory]
    [InlineData(-500, -500)]
    [InlineData(1e9, 20)]
    [InlineData(20, -1e15)]
    public void What_lies_outside_the_canvas_is_not_painted(double x, double y)
    {
        Scene scene = Empty(40, 40) with
        {
            Operations =
            [
                new DrawingOperation.FillRectangle(new Rect(x, y, 30, 30), Rgb.Black),
                new DrawingOperation.HatchRectangle(new Rect(x, y, 30, 30), Rgb.Black, Rgb.White, 4),
                new DrawingOperation.FillPolygon([new(x, y), new(x + 30, y), new(x, y + 30)], Rgb.Black),
                new DrawingOperation.StrokePolyline([new(x, y), new(x + 30, y + 30)], Rgb.Black, 3),
                new DrawingOperation.StrokeLine(new(x, y), new(x + 30, y + 20), Rgb.Black, 2, 3),
                new DrawingOperation.TextRun("out", new Point(x, y), 11, FontWeight.Regular, Rgb.Black, TextAnchor.Start, 0, 20, TextRole.Note),
                new DrawingOperation.ImageBlock(new Rect(x, y, 30, 30), 2, 1, [Rgb.Black, Rgb.Black], [0, 1]),
                new DrawingOperation.GradientRamp(new Rect(x, y, 30, 30), [Rgb.Black], Vertical: true),
            ],
        };

        PixelImage image = Rasterizer.Rasterize(scene, 1);

        Enumerable.Range(0, 1600).ShouldAllBe(i => image[i % 40, i / 40] == Rgb.White);
    }

    [Fact]
    public void A_missing_character_is_painted_as_a_box()
    {
        Scene scene = Empty(40, 40) with { Operations = [new DrawingOperation.TextRun("\u6F22", new Point(5, 30), 20, FontWeight.Regular, Rgb.Black, TextAnchor.Start, 0, 12, TextRole.Note)] };

        PixelImage image = Rasterizer.Rasterize(scene, 1);

        image[11, 23].ShouldBe(Rgb.White);
        Enumerable.Range(0, 40).Count(x => image[x, 23] != Rgb.White).ShouldBeInRange(2, 6);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void A_scale_that_is_not_there_is_an_error(int scale) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Rasterizer.Rasterize(Empty(10, 10), scale));

    [Theory]
    [InlineData(0, 10)]
    [InlineData(10, -1)]
    [InlineData(1_000_000, 1_000_000)]
    public void A_canvas_that_cannot_be_painted_is_an_error_that_tells_its_size(int width, int height) =>
        Should.Throw<ArgumentException>(() => Rasterizer.Rasterize(Empty(width, height), 2)).Message.ShouldContain($"{2L * width} x {2L * height} pixels");

    private static Scene Empty(int width, int height) =>
        new() { WidthPx = width, HeightPx = height, Background = Rgb.White, Title = "", Description = "", Operations = [] };
}
