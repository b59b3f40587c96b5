using System.Globalization;

namespace BenchWorker.Figures;

/// <summary>One TrueType font: which characters it draws, how wide, and how they look. Immutable; safe to share between threads.</summary>
public sealed class TrueTypeFont
{
    private readonly CharacterMap characters;
    private readonly GlyphReader glyphs;
    private readonly FontTable horizontal;
    private readonly int advanceCount;
    private readonly int unitsPerEm;

    private TrueTypeFont(FontDirectory tables, ReadOnlyMemory<byte> file, int faceIndex)
    {
        File = file;
        FaceIndex = faceIndex;
        FontTable head = tables["head"];
        unitsPerEm = head.UInt16(18);
        if (unitsPerEm is < 16 or > 16384)
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"The font is damaged: {unitsPerEm} units per em; 16 to 16384 are allowed."));
        GlyphCount = tables["maxp"].UInt16(4);
        advanceCount = tables["hhea"].UInt16(34);
        if (advanceCount == 0)
            throw new InvalidDataException("The font is damaged: it has no advance widths.");
        horizontal = tables["hmtx"].Slice(0, 4 * advanceCount);
        characters = new CharacterMap(tables["cmap"]);
        glyphs = new GlyphReader(tables["glyf"], tables["loca"], head.Int16(50) != 0, GlyphCount);
        Metrics = ReadMetrics(tables);
        Zones = AlignmentZones.Of(this);
    }

    /// <summary>The file this font was read from, for other readers of fonts.</summary>
    public ReadOnlyMemory<byte> File { get; }

    /// <summary>Which font of a collection it is; 0 for a file of one font.</summary>
    public int FaceIndex { get; }

    public int GlyphCount { get; }

    public FontMetrics Metrics { get; }

    internal AlignmentZones Zones { get; }

    /// <summary>Every font in a file: one, or all of a collection (.ttc) in its order.</summary>
    /// <exception cref="InvalidDataException">Damaged, or not TrueType (for example PostScript outlines); the message says which.</exception>
    public static IReadOnlyList<TrueTypeFont> ReadAll(ReadOnlyMemory<byte> file) =>
        [.. FontDirectory.ReadAll(file).Select((tables, i) => new TrueTypeFont(tables, file, i))];

    /// <returns>The glyph that draws a code point, or null where the font has none.</returns>
    public int? GlyphOf(int codePoint) => characters[codePoint] is > 0 and int glyph && glyph < GlyphCount ? glyph : null;

    /// <summary>How far the pen moves after a glyph, in em.</summary>
    public double AdvanceEm(int glyph) => horizontal.UInt16(4 * Math.Min(glyph, advanceCount - 1)) / (double)unitsPerEm;

    /// <summary>The outline in em, y upwards.</summary>
    /// <exception cref="InvalidDataException">The outline is damaged.</exception>
    internal GlyphOutline OutlineEm(int glyph)
    {
        GlyphOutline outline = glyphs.Read(glyph);
        OutlinePoint[] points = [.. outline.Points.Select(p => p with { X = p.X / unitsPerEm, Y = p.Y / unitsPerEm })];
        return outline with { Points = points };
    }

    private FontMetrics ReadMetrics(FontDirectory tables)
    {
        FontTable header = tables["hhea"];
        double em = unitsPerEm;
        return new FontMetrics(
            AscentEm: header.Int16(4) / em,
            DescentEm: Math.Abs(header.Int16(6) / em),
            CapHeightEm: Height('H') ?? 0.7,
            XHeightEm: Height('x') ?? 0.5);
    }

    private double? Height(char letter) => GlyphOf(letter) is { } glyph ? OutlineEm(glyph).Bounds?.MaxY : null;
}
