using System.Globalization;
using System.Xml.Linq;
using BenchWorker.Figures;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Figures;

public sealed class SvgWriterTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void A_figure_names_itself_to_those_who_cannot_see_it()
    {
        XElement root = XDocument.Parse(SvgWriter.Write(GoldenScenes.Of("annotated", dark: false))).Root!;

        root.Attribute("role")!.Value.ShouldBe("img");
        root.Attribute("aria-labelledby")!.Value.Split(' ').ShouldBe(
            [root.Element(Svg + "title")!.Attribute("id")!.Value, root.Element(Svg + "desc")!.Attribute("id")!.Value]);
        root.Element(Svg + "title")!.Value.ShouldBe("Golden scene: annotated");
    }

    [Fact]
    public void The_background_is_painted_first_and_covers_the_canvas()
    {
        XElement background = XDocument.Parse(SvgWriter.Write(GoldenScenes.Of("text", dark: true))).Root!.Elements().First(e => e.Name == Svg + "rect");

        (background.Attribute("width")!.Value, background.Attribute("height")!.Value, background.Attribute("fill")!.Value).ShouldBe(("160", "90", "#0d1117"));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("]]> & \"quotes\" 'and' <!-- comments -->")]
    [InlineData("control \u0000\u0001\u0008\u001F\u007F\u0085 \uFFFE\uFFFF")]
    [InlineData("\u202Ereversed\u202C \u2028 \u2029")]
    public void Hostile_text_is_well_formed_text_and_nothing_else(string hostile)
    {
        Scene scene = GoldenScenes.Of("text", dark: false) with
        {
            Title = hostile,
            Description = hostile,
            Operations =
            [
                new DrawingOperation.TextRun(hostile, new Point(1, 20), 11, FontWeight.Regular, Rgb.Black, TextAnchor.Start, 0, 10, TextRole.RowLabel, hostile),
                new DrawingOperation.FillRectangle(new Rect(0, 0, 1, 1), Rgb.Black, hostile),
            ],
        };

        XElement root = XDocument.Parse(SvgWriter.Write(scene)).Root!;

        string shown = DisplayText.Of(hostile);
        root.Descendants(Svg + "title").Select(title => title.Value).ShouldBe([shown, shown, shown]);
        root.Descendants(Svg + "text").Single().Nodes().OfType<XText>().Single().Value.ShouldBe(shown);
        root.Descendants().Select(element => element.Name.LocalName).Distinct().ShouldBe(["title", "desc", "rect", "g", "text"], ignoreOrder: true);
    }

    [Fact]
    public void Ids_differ_between_figures_and_not_between_writings()
    {
        string Prefix(bool dark) => XDocument.Parse(SvgWriter.Write(GoldenScenes.Of("hatch", dark))).Root!.Element(Svg + "title")!.Attribute("id")!.Value;

        Prefix(dark: false).ShouldBe(Prefix(dark: false));
        Prefix(dark: false).ShouldNotBe(Prefix(dark: true));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void The_bytes_do_not_depend_on_the_culture(string culture)
    {
        string[] Written() => [.. GoldenScenes.Names.Select(name => SvgWriter.Write(GoldenScenes.Of(name, dark: false)))];
        string[] invariant = Written();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);

            Written().ShouldBe(invariant);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Whole_coordinates_are_written_without_decimals_and_others_with_two_at_most()
    {
        Scene scene = GoldenScenes.Of("text", dark: false) with
        {
            Operations = [new DrawingOperation.FillRectangle(new Rect(10, -0.001, 33.3333, 1234567.5), Rgb.White, "Cell")],
        };

        SvgWriter.Write(scene).ShouldContain("<rect x=\"10\" y=\"0\" width=\"33.33\" height=\"1234567.5\" fill=\"#fff\">");
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e300)]
    public void A_coordinate_that_is_no_number_of_pixels_is_an_error(double wrong)
    {
        Scene scene = GoldenScenes.Of("text", dark: false) with { Operations = [new DrawingOperation.FillRectangle(new Rect(wrong, 0, 1, 1), Rgb.White)] };

        Should.Throw<ArgumentOutOfRangeException>(() => SvgWriter.Write(scene)).Message.ShouldContain("number of pixels");
    }

    [Fact]
    public void A_smooth_ramp_needs_few_stops_and_strays_from_none_of_its_colours()
    {
        Rgb[] colours = GoldenScenes.Colours(256);
        IReadOnlyList<int> stops = GradientStops.Of(colours);

        stops.Count.ShouldBeLessThan(12);
        for (int i = 0; i < colours.Length; i++)
        {
            int to = stops.First(stop => stop >= i), from = stops.Last(stop => stop <= i);
            double share = to == from ? 0 : (double)(i - from) / (to - from);
            Math.Abs(colours[from].G + ((colours[to].G - colours[from].G) * share) - colours[i].G).ShouldBeLessThanOrEqualTo(2);
        }
    }

    [Fact]
    public void Rectangles_without_a_tooltip_share_a_path_for_each_colour_unless_they_overlap()
    {
        static string Written(params DrawingOperation[] operations) =>
            SvgWriter.Write(GoldenScenes.Of("text", dark: false) with { Operations = operations });
        DrawingOperation.FillRectangle Cell(double x, Rgb fill) => new(new Rect(x, 10, 20, 10), fill);

        Written(Cell(0, Rgb.Black), Cell(20, Rgb.White), Cell(40, Rgb.Black))
            .ShouldContain("<path fill=\"#000\" d=\"M0 10h20v10h-20zM40 10h20v10h-20z\"/>\n<path fill=\"#fff\" d=\"M20 10h20v10h-20z\"/>");
        Written(Cell(0, Rgb.Black), Cell(19, Rgb.White), Cell(38, Rgb.Black))
            .ShouldContain("<path fill=\"#000\" d=\"M0 10h20v10h-20z\"/>\n<path fill=\"#fff\" d=\"M19 10h20v10h-20z\"/>\n<path fill=\"#000\" d=\"M38");
    }

    [Fact]
    public void Numbers_on_cells_are_grouped_by_ink_and_let_the_pointer_through()
    {
        XElement root = XDocument.Parse(SvgWriter.Write(GoldenScenes.Of("annotated", dark: false))).Root!;

        XElement[] groups = [.. root.Elements(Svg + "g").Where(group => group.Elements(Svg + "text").Any())];

        groups.Select(group => group.Attribute("fill")!.Value).ShouldBe(["#fff", "#1a1a1a"]);
        groups.ShouldAllBe(group => group.Attribute("pointer-events")!.Value == "none");
        groups.Sum(group => group.Elements(Svg + "text").Count()).ShouldBe(12);
    }

    [Fact]
    public void An_image_block_is_a_png_of_one_pixel_a_cell()
    {
        string svg = SvgWriter.Write(GoldenScenes.Of("block", dark: false));
        string data = XDocument.Parse(svg).Descendants(Svg + "image").First().Attribute("href")!.Value;

        PixelImage image = TestPng.Read(Convert.FromBase64String(data["data:image/png;base64,".Length..]));

        (image.Width, image.Height).ShouldBe((12, 6));
        image[1, 0].ShouldBe(GoldenScenes.Colours(16)[7]);
    }
}
