using SkiaSharp;

namespace BenchWorker.Figures;

/// <summary>Paints runs of text glyph by glyph, on the places where the built-in rasteriser puts them.</summary>
internal readonly struct SkiaText(SKCanvas canvas, int scale, FontSet fonts, SkiaTypefaces typefaces)
{
    public void Paint(DrawingOperation.TextRun run, SKPaint ink)
    {
        GlyphRun laid = fonts.Lay(run.Text, run.Weight);
        float sizePx = (float)(run.SizePx * scale);
        var turn = Turn.Degrees(run.AngleDegrees);
        double before = run.Anchor switch { TextAnchor.Middle => laid.AdvanceEm / 2, TextAnchor.End => laid.AdvanceEm, _ => 0 } * sizePx;
        Point back = turn.Of(before, 0);
        canvas.Save();
        canvas.Translate(PixelArea.Nearest((run.At.X * scale) - back.X), PixelArea.Nearest((run.At.Y * scale) - back.Y));
        canvas.RotateDegrees((float)run.AngleDegrees);
        int from = 0;
        while (from < laid.Glyphs.Count)
        {
            int to = from + 1;
            while (to < laid.Glyphs.Count && ReferenceEquals(laid.Glyphs[to].Font, laid.Glyphs[from].Font))
                to++;
            if (laid.Glyphs[from].Font is { } font)
                Draw(font, [.. laid.Glyphs.Skip(from).Take(to - from)], sizePx, turn.IsRightAngle, ink);
            else
                Boxes(laid.Glyphs.Skip(from).Take(to - from), sizePx, ink);
            from = to;
        }

        canvas.Restore();
    }

    private void Draw(TrueTypeFont font, PlacedGlyph[] glyphs, float sizePx, bool isRightAngle, SKPaint ink)
    {
        using var skia = new SKFont(typefaces[font], sizePx)
        {
            Edging = SKFontEdging.Antialias,
            Hinting = isRightAngle ? SKFontHinting.Slight : SKFontHinting.None,
            Subpixel = !isRightAngle,
        };
        float Place(double em) => (float)(isRightAngle ? PixelArea.Nearest(em * sizePx) : em * sizePx);
        using var builder = new SKTextBlobBuilder();
        builder.AddPositionedRun([.. glyphs.Select(static glyph => (ushort)glyph.Glyph)], skia, [.. glyphs.Select(glyph => new SKPoint(Place(glyph.XEm), Place(-glyph.YEm)))]);
        using SKTextBlob? blob = builder.Build();
        if (blob is not null)
            canvas.DrawText(blob, 0, 0, ink);
    }

    /// <summary>Characters that no font holds.</summary>
    private void Boxes(IEnumerable<PlacedGlyph> glyphs, float sizePx, SKPaint ink)
    {
        using var path = new SKPath { FillType = SKPathFillType.EvenOdd };
        GlyphOutline box = MissingGlyph.OutlineEm;
        foreach (PlacedGlyph glyph in glyphs)
        {
            int from = 0;
            foreach (int end in box.ContourEnds)
            {
                path.AddPoly([.. box.Points[from..end].Select(point => new SKPoint((float)((point.X + glyph.XEm) * sizePx), (float)(-(point.Y + glyph.YEm) * sizePx)))], close: true);
                from = end;
            }
        }

        canvas.DrawPath(path, ink);
    }
}
