using System.Buffers.Binary;
using System.Text;
using BenchWorker.Figures;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Figures;

public sealed class TrueTypeFontTests
{
    [Fact]
    public void A_font_tells_its_heights()
    {
        FontMetrics metrics = FontSet.Default.Metrics(FontWeight.Regular);

        metrics.CapHeightEm.ShouldBe(1493.0 / 2048, 1e-9);
        metrics.XHeightEm.ShouldBe(1120.0 / 2048, 1e-9);
        metrics.AscentEm.ShouldBe(1901.0 / 2048, 1e-9);
        metrics.DescentEm.ShouldBe(483.0 / 2048, 1e-9);
    }

    [Fact]
    public void A_composite_glyph_is_made_of_its_parts()
    {
        TrueTypeFont font = TrueTypeFont.ReadAll(TestFonts.DejaVu())[0];

        int plain = font.OutlineEm(font.GlyphOf('A')!.Value).ContourEnds.Length;
        int ring = font.OutlineEm(font.GlyphOf('Å')!.Value).ContourEnds.Length;

        ring.ShouldBeGreaterThan(plain);
    }

    [Fact]
    public void Every_glyph_of_the_embedded_font_can_be_read()
    {
        TrueTypeFont font = TrueTypeFont.ReadAll(TestFonts.DejaVu())[0];

        Enumerable.Range(0, font.GlyphCount).Sum(glyph => font.OutlineEm(glyph).Points.Length).ShouldBeGreaterThan(100_000);
    }

    [Fact]
    public void A_collection_gives_all_its_fonts()
    {
        byte[] collection = TestFonts.Collection(TestFonts.Squares('a'), TestFonts.Squares('b'));

        IReadOnlyList<TrueTypeFont> fonts = TrueTypeFont.ReadAll(collection);

        fonts.Select(font => font.FaceIndex).ShouldBe([0, 1]);
        fonts[1].GlyphOf('b').ShouldBe(1);
        fonts[1].GlyphOf('a').ShouldBeNull();
        fonts[1].OutlineEm(1).Bounds.ShouldBe((0.1, 0, 0.9, 0.8));
    }

    [Fact]
    public void A_font_with_postscript_outlines_is_refused_with_a_remedy() =>
        Should.Throw<InvalidDataException>(() => TrueTypeFont.ReadAll(Encoding.ASCII.GetBytes("OTTO\0\0\0\0\0\0\0\0")))
            .Message.ShouldBe("The font holds PostScript outlines (CFF); give a TrueType font (.ttf, or a .ttc of those).");

    [Theory]
    [InlineData("")]
    [InlineData("ttcf")]
    [InlineData("<!DOCTYPE html>")]
    [InlineData("\0\u0001\0\0\0\u0009")]
    public void What_is_no_font_is_refused_with_a_sentence(string content) =>
        Should.Throw<InvalidDataException>(() => TrueTypeFont.ReadAll(Encoding.Latin1.GetBytes(content))).Message.ShouldEndWith(".");

    [Fact]
    public void A_glyph_made_of_itself_is_refused()
    {
        byte[] font = TestFonts.Squares('a');
        int glyf = Enumerable.Range(0, font.Length).First(i => font.AsSpan(i).StartsWith("glyf"u8));
        int start = BinaryPrimitives.ReadInt32BigEndian(font.AsSpan(glyf + 8));
        TestFonts.Words(-1, 0, 0, 0, 0, 0x22, 1, 0, 0x22, 1).CopyTo(font, start);

        Should.Throw<InvalidDataException>(() => TrueTypeFont.ReadAll(font)[0].OutlineEm(1)).Message.ShouldContain("of itself");
    }

    [Fact]
    public void A_spoiled_font_ends_in_a_sentence_or_in_a_drawing_never_in_anything_else()
    {
        byte[] sound = TestFonts.DejaVu();
        int spoiled = 0;
        for (int seed = 0; seed < 300; seed++)
        {
            byte[] font = Spoil(sound, new Random(seed));
            try
            {
                FontSet fonts = FontSet.From([font], []);
                fonts.Lay("Åbc 0123 ﬁ e\u0301", FontWeight.Regular).Glyphs.ShouldAllBe(glyph => glyph.Font == null || glyph.Font.OutlineEm(glyph.Glyph) != null);
            }
            catch (InvalidDataException problem)
            {
                problem.Message.ShouldStartWith("The f");
                spoiled++;
            }
        }
        spoiled.ShouldBeInRange(50, 300);
    }

    /// <summary>Cuts the file short, or overwrites words in its directory and at the heads of its tables, where they hurt most.</summary>
    private static byte[] Spoil(byte[] sound, Random random)
    {
        byte[] font = random.Next(3) == 0 ? sound[..random.Next(sound.Length)] : [.. sound];
        for (int i = 0; i < 6 && font.Length > 400; i++)
        {
            int table = BinaryPrimitives.ReadInt32BigEndian(sound.AsSpan(12 + (16 * random.Next(18)) + 8));
            int at = random.Next(2) == 0 ? random.Next(300) : Math.Min(table + random.Next(64), font.Length - 2);
            font[at] = (byte)random.Next(256);
        }
        return font;
    }
}
