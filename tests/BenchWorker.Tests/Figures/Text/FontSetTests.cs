using BenchWorker.Figures;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Figures;

public sealed class FontSetTests
{
    private static readonly FontSet Fonts = FontSet.Default;

    [Fact]
    public void Digits_have_one_width_in_both_weights()
    {
        foreach (FontWeight weight in Enum.GetValues<FontWeight>())
            "0123456789".Select(digit => Fonts.MeasureWidth($"{digit}", 10, weight)).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void Widths_are_those_of_the_font_s_own_table()
    {
        // hmtx of DejaVu Sans 2.37: digits advance 1303 of 2048 units, the full stop 651; bold digits 1425.
        Fonts.MeasureWidth("100.0", 2048, FontWeight.Regular).ShouldBe((4 * 1303) + 651);
        Fonts.MeasureWidth("7", 2048, FontWeight.Bold).ShouldBe(1425);
    }

    [Fact]
    public void Width_grows_in_proportion_to_size() =>
        Fonts.MeasureWidth("gpt-oss", 22, FontWeight.Regular).ShouldBe(2 * Fonts.MeasureWidth("gpt-oss", 11, FontWeight.Regular), 1e-9);

    [Theory]
    [InlineData("plain ASCII, 3.14")]
    [InlineData("Ελληνικά Кириллица")]
    [InlineData("שלום 12 world")]
    [InlineData("e\u0301a\u0308")]
    [InlineData("漢字\u0301")]
    [InlineData("a\u202Eb\u0000c\uD800")]
    [InlineData("")]
    public void The_measured_width_is_the_width_of_the_glyphs_laid(string text) =>
        Fonts.Lay(text, FontWeight.Regular).AdvanceEm.ShouldBe(Fonts.MeasureWidth(text, 1, FontWeight.Regular), 1e-12);

    [Fact]
    public void A_combining_mark_takes_no_room_and_clears_its_base()
    {
        GlyphRun small = Fonts.Lay("e\u0301", FontWeight.Regular), capital = Fonts.Lay("E\u0301", FontWeight.Regular);

        small.AdvanceEm.ShouldBe(Fonts.Lay("e", FontWeight.Regular).AdvanceEm);
        capital.Glyphs[1].YEm.ShouldBeGreaterThan(small.Glyphs[1].YEm);
    }

    [Fact]
    public void Hebrew_runs_from_right_to_left_and_its_numbers_do_not()
    {
        int[] drawn = [.. Fonts.Lay("a \u05D0\u05D1 12 \u05D2 b", FontWeight.Regular).Glyphs.Select(glyph => glyph.Glyph)];
        int[] expected = [.. Fonts.Lay("a ", FontWeight.Regular).Glyphs.Select(glyph => glyph.Glyph),
            .. new[] { "\u05D2", " ", "1", "2", " ", "\u05D1", "\u05D0", " ", "b" }.SelectMany(one => Fonts.Lay(one, FontWeight.Regular).Glyphs).Select(glyph => glyph.Glyph)];

        drawn.ShouldBe(expected);
    }

    [Fact]
    public void A_number_behind_Hebrew_stands_to_its_left() =>
        Fonts.Lay("\u05D0\u05D1 12", FontWeight.Regular).Glyphs.Select(glyph => glyph.Glyph)
            .ShouldBe(Fonts.Lay("12 ", FontWeight.Regular).Glyphs.Select(glyph => glyph.Glyph)
                .Concat(new[] { "\u05D1", "\u05D0" }.SelectMany(one => Fonts.Lay(one, FontWeight.Regular).Glyphs).Select(glyph => glyph.Glyph)));

    [Fact]
    public void A_character_that_no_font_holds_is_a_box_and_is_told_once()
    {
        GlyphRun run = Fonts.Lay("漢字漢", FontWeight.Regular);

        run.Glyphs.ShouldAllBe(glyph => glyph.Font == null);
        run.AdvanceEm.ShouldBe(1.8, 1e-9);
        Fonts.MissingGlyphs("a漢字漢").Select(rune => rune.ToString()).ShouldBe(["漢", "字"]);
    }

    [Fact]
    public void The_first_font_that_holds_a_character_draws_it()
    {
        var one = FontSet.From([TestFonts.Squares('漢')], []);

        FontSet both = Fonts.WithFallback([TestFonts.Squares('漢')]);

        both.MissingGlyphs("a漢").ShouldBeEmpty();
        both.MeasureWidth("a漢", 10, FontWeight.Bold).ShouldBe(
            Fonts.MeasureWidth("a", 10, FontWeight.Bold) + one.MeasureWidth("漢", 10, FontWeight.Bold), 1e-9);
    }

    [Fact]
    public void A_set_without_a_regular_font_is_refused() =>
        Should.Throw<ArgumentException>(() => FontSet.From([], [])).Message.ShouldContain("at least one regular font");
}
