using System.Security.Cryptography;
using System.Text;

namespace BenchWorker.Figures;

/// <summary>The fonts a figure is measured and drawn with: for each weight a list, of which the first that holds a character draws it.</summary>
public sealed class FontSet
{
    private readonly TrueTypeFont[] regular;
    private readonly TrueTypeFont[] bold;
    private readonly Lazy<string> digest;

    private FontSet(TrueTypeFont[] regular, TrueTypeFont[] bold)
    {
        (this.regular, this.bold) = (regular, bold);
        digest = new Lazy<string>(() => Convert.ToHexStringLower(SHA256.HashData([.. regular.Concat(bold).SelectMany(static font => SHA256.HashData(font.File.Span))])));
    }

    /// <summary>DejaVu Sans, which is part of the program: the same widths and the same pixels on every machine.</summary>
    public static FontSet Default { get; } = From([Embedded("DejaVuSans.ttf")], [Embedded("DejaVuSans-Bold.ttf")]);

    /// <summary>Of the fonts' files in their order: what text looks like. 64 lower-case hexadecimal digits.</summary>
    public string Digest => digest.Value;

    /// <summary>Fonts from the bytes of .ttf and .ttc files, first choice first.</summary>
    /// <param name="bold">May be empty: then bold text is drawn in regular.</param>
    /// <exception cref="ArgumentException">No regular font.</exception>
    /// <exception cref="InvalidDataException">A file is damaged or holds no TrueType outlines.</exception>
    public static FontSet From(IReadOnlyList<ReadOnlyMemory<byte>> regular, IReadOnlyList<ReadOnlyMemory<byte>> bold)
    {
        if (regular.Count == 0)
            throw new ArgumentException("A font set needs at least one regular font.", nameof(regular));
        TrueTypeFont[] upright = [.. regular.SelectMany(TrueTypeFont.ReadAll)];
        return new FontSet(upright, [.. bold.SelectMany(TrueTypeFont.ReadAll), .. upright]);
    }

    /// <summary>This set with more fonts behind it, for scripts it lacks.</summary>
    /// <inheritdoc cref="From" path="/exception"/>
    public FontSet WithFallback(IReadOnlyList<ReadOnlyMemory<byte>> more)
    {
        TrueTypeFont[] added = [.. more.SelectMany(TrueTypeFont.ReadAll)];
        return new FontSet([.. regular, .. added], [.. bold, .. added]);
    }

    /// <summary>The heights of the first font of a weight.</summary>
    public FontMetrics Metrics(FontWeight weight) => Fonts(weight)[0].Metrics;

    /// <summary>Advance width of a text as it is drawn, in the unit of <paramref name="sizePx"/>.</summary>
    public double MeasureWidth(string text, double sizePx, FontWeight weight)
    {
        double em = 0;
        foreach (Rune rune in DisplayText.Of(text).EnumerateRunes())
        {
            (TrueTypeFont? font, int glyph) = Choose(rune, weight);
            if (font is null || !DisplayText.IsMark(rune))
                em += font?.AdvanceEm(glyph) ?? MissingGlyph.AdvanceEm;
        }
        return em * sizePx;
    }

    /// <summary>The glyphs of a text from left to right; combining marks sit centred on the character before them.</summary>
    public GlyphRun Lay(string text, FontWeight weight)
    {
        var glyphs = new List<PlacedGlyph>(text.Length);
        double pen = 0;
        PlacedGlyph? seat = null;
        foreach (Rune rune in VisualOrder.Of(DisplayText.Of(text)))
        {
            (TrueTypeFont? font, int glyph) = Choose(rune, weight);
            if (font is not null && DisplayText.IsMark(rune))
            {
                glyphs.Add(MarkPlacement.On(seat, font, glyph, pen));
                continue;
            }
            seat = new PlacedGlyph(font, glyph, pen, 0);
            glyphs.Add(seat.Value);
            pen += font?.AdvanceEm(glyph) ?? MissingGlyph.AdvanceEm;
        }
        return new GlyphRun(glyphs, pen);
    }

    /// <summary>The characters of a text that no font of the set holds, each once, in order of appearance.</summary>
    public IReadOnlyList<Rune> MissingGlyphs(string text) =>
        [.. DisplayText.Of(text).EnumerateRunes().Where(rune => Choose(rune, FontWeight.Regular).Font is null).Distinct()];

    private static ReadOnlyMemory<byte> Embedded(string name)
    {
        using Stream stream = typeof(FontSet).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program is incomplete: its font {name} is not in it.");
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private TrueTypeFont[] Fonts(FontWeight weight) => weight is FontWeight.Bold ? bold : regular;

    private (TrueTypeFont? Font, int Glyph) Choose(Rune rune, FontWeight weight)
    {
        foreach (TrueTypeFont font in Fonts(weight))
        {
            if (font.GlyphOf(rune.Value) is { } glyph)
                return (font, glyph);
        }
        return (null, 0);
    }
}
