namespace BenchWorker.Figures;

/// <summary>Paints one run of text from glyph masks.</summary>
/// <remarks>
/// Text starts on a whole pixel, and each glyph of upright text stands on one: stems stay sharp, and equal numbers on equal cells become equal bytes,
/// which the PNG then holds once. Glyphs of slanted text are placed to a quarter of a pixel, because whole ones would make the baseline stagger.
/// </remarks>
internal readonly struct TextPainter<TPixel>(Canvas<TPixel> canvas, int scale, GlyphCache glyphs)
    where TPixel : unmanaged
{
    public void Paint(DrawingOperation.TextRun run, GlyphRun laid)
    {
        double sizePx = run.SizePx * scale;
        TPixel ink = canvas.Inks.Opaque(run.Ink);
        var turn = Turn.Degrees(run.AngleDegrees);
        double before = run.Anchor switch { TextAnchor.Middle => laid.AdvanceEm / 2, TextAnchor.End => laid.AdvanceEm, _ => 0 } * sizePx;
        Point back = turn.Of(before, 0);
        var start = new Point(PixelArea.Nearest((run.At.X * scale) - back.X), PixelArea.Nearest((run.At.Y * scale) - back.Y));

        foreach (PlacedGlyph glyph in laid.Glyphs)
        {
            Point origin = turn.Of(glyph.XEm * sizePx, -glyph.YEm * sizePx);
            (int x, int quarterX) = Snap(start.X + origin.X, turn.IsRightAngle);
            (int y, int quarterY) = Snap(start.Y + origin.Y, turn.IsRightAngle);
            GlyphMask mask = glyphs[glyph with { XEm = 0, YEm = 0 }, sizePx, turn, (quarterX, quarterY)];
            canvas.Stamp(mask, x + mask.Left, y + mask.Top, ink);
        }
    }

    private static (int Whole, int Quarters) Snap(double at, bool toWhole)
    {
        if (toWhole)
            return (PixelArea.Nearest(at), 0);
        int quarters = PixelArea.Nearest(at * 4);
        return (quarters >> 2, quarters & 3);
    }
}
