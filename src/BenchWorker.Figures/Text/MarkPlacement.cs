namespace BenchWorker.Figures;

/// <summary>Where a combining mark sits: centred over its base, raised until it clears the base's top.</summary>
internal static class MarkPlacement
{
    private const double ClearanceEm = 0.04;

    /// <summary>Marks whose ink begins above this height are accents; others (cedilla, strokes through a letter) keep their height.</summary>
    private const double AccentFloorEm = 0.5;

    /// <param name="seat">The glyph before the mark; null at the start of a text, where it stands alone.</param>
    public static PlacedGlyph On(PlacedGlyph? seat, TrueTypeFont font, int mark, double penEm)
    {
        if (font.OutlineEm(mark).Bounds is not { } ink)
            return new PlacedGlyph(font, mark, penEm, 0);
        double centre = (ink.MinX + ink.MaxX) / 2;
        if (seat is not { } under)
            return new PlacedGlyph(font, mark, penEm - ink.MinX, 0);
        GlyphOutline outline = under.Font?.OutlineEm(under.Glyph) ?? MissingGlyph.OutlineEm;
        if (outline.Bounds is not { } body)
            return new PlacedGlyph(font, mark, ((under.XEm + penEm) / 2) - centre, 0);
        double rise = ink.MinY >= AccentFloorEm ? Math.Max(0, body.MaxY + ClearanceEm - ink.MinY) : 0;
        return new PlacedGlyph(font, mark, under.XEm + ((body.MinX + body.MaxX) / 2) - centre, rise);
    }
}
