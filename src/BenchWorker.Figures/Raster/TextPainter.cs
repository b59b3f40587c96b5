namespace BenchWorker.Figures;

/// <summary>Paints one run of text from glyph masks.</summary>
/// <remarks>
/// Upright text starts on a whole pixel and each glyph stands on a whole pixel: stems stay sharp, and equal numbers on equal cells become equal
/// bytes, which the PNG then holds once. Slanted text is placed to a quarter of a pixel, because there whole pixels would make the baseline stagger.
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
        var start = new Point((run.At.X * scale) - back.X, (run.At.Y * scale) - back.Y);
        if (turn.IsRightAngle)
            start = new Point(PixelArea.Nearest(start.X), PixelArea.Nearest(start.Y));

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
