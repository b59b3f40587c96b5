using System.Runtime.InteropServices;
using SkiaSharp;

namespace BenchWorker.Figures;

/// <summary>Covers pixels as Skia does: letters by its font engine, slanted shapes by its path renderer.</summary>
internal sealed class SkiaCoverage : ICoverage, IDisposable
{
    private readonly SkiaTypefaces typefaces = new();
    private readonly OutlineCoverage builtIn = new();

    /// <exception cref="InvalidDataException">Skia cannot read the font.</exception>
    public GlyphMask Glyph(PlacedGlyph glyph, double sizePx, Turn turn, (int X, int Y) offset)
    {
        // The box in the place of a character that no font holds is ours, not a font's.
        if (glyph.Font is not { } font)
            return builtIn.Glyph(glyph, sizePx, turn, offset);
        using var skia = new SKFont(typefaces[font], (float)sizePx)
        {
            Edging = SKFontEdging.Antialias,
            Hinting = turn.IsRightAngle ? SKFontHinting.Slight : SKFontHinting.None,
            Subpixel = !turn.IsRightAngle,
        };
        ushort[] glyphs = [(ushort)glyph.Glyph];
        var placed = new SKMatrix((float)turn.Cos, (float)-turn.Sin, offset.X / 4f, (float)turn.Sin, (float)turn.Cos, offset.Y / 4f, 0, 0, 1);
        _ = skia.GetGlyphWidths(glyphs, out SKRect[] bounds);
        if (bounds[0].IsEmpty)
            return GlyphMask.Empty;
        SKRectI area = SKRectI.Ceiling(placed.MapRect(bounds[0]), outwards: true);
        area.Inflate(1, 1);
        using var builder = new SKTextBlobBuilder();
        builder.AddPositionedRun(glyphs, skia, [default]);
        using SKTextBlob blob = builder.Build() ?? throw new InvalidDataException("Skia cannot draw a glyph of a font that the built-in reader can; set BenchWorker:Figures:Rasterizer to Managed.");
        byte[] coverage = Covered(area, (canvas, paint) =>
        {
            canvas.Concat(in placed);
            canvas.DrawText(blob, 0, 0, paint);
        });
        return new GlyphMask(area.Left, area.Top, area.Width, area.Height, coverage);
    }

    public void Polygons(IReadOnlyList<Point[]> polygons, PixelArea area, CoveredRow onRow)
    {
        using var path = new SKPath { FillType = SKPathFillType.Winding };
        foreach (Point[] polygon in polygons)
            path.AddPoly([.. polygon.Select(static point => new SKPoint((float)point.X, (float)point.Y))], close: true);
        byte[] coverage = Covered(new SKRectI(area.Left, area.Top, area.Right, area.Bottom), (canvas, paint) => canvas.DrawPath(path, paint));
        for (int row = 0; row < area.Height; row++)
            onRow(area.Top + row, coverage.AsSpan(row * area.Width, area.Width));
    }

    public void Dispose() => typefaces.Dispose();

    /// <summary>What is drawn inside an area, as one byte a pixel.</summary>
    private static byte[] Covered(SKRectI area, Action<SKCanvas, SKPaint> draw)
    {
        byte[] coverage = new byte[area.Width * area.Height];
        GCHandle pinned = GCHandle.Alloc(coverage, GCHandleType.Pinned);
        try
        {
            using SKSurface surface = SKSurface.Create(new SKImageInfo(area.Width, area.Height, SKColorType.Alpha8, SKAlphaType.Premul), pinned.AddrOfPinnedObject(), area.Width);
            using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = true, Style = SKPaintStyle.Fill };
            surface.Canvas.Translate(-area.Left, -area.Top);
            draw(surface.Canvas, ink);
            surface.Flush();
        }
        finally
        {
            pinned.Free();
        }

        return coverage;
    }
}
