using System.Diagnostics;
using SkiaSharp;

namespace BenchWorker.Figures;

/// <summary>Paints the operations of a scene on a Skia canvas: rectangles and upright lines on whole pixels, everything else smoothed.</summary>
/// <param name="scale">Device pixels a logical pixel.</param>
internal sealed class SkiaPainter(SKCanvas canvas, int scale, FontSet fonts, SkiaTypefaces typefaces) : IDisposable
{
    private readonly SKPaint sharp = new() { IsAntialias = false, Style = SKPaintStyle.Fill };
    private readonly SKPaint smooth = new() { IsAntialias = true, Style = SKPaintStyle.Fill };
    private readonly SkiaText text = new(canvas, scale, fonts, typefaces);

    public static SKColor Colour(Rgb colour) => new(colour.R, colour.G, colour.B);

    public void Paint(DrawingOperation operation)
    {
        switch (operation)
        {
            case DrawingOperation.FillRectangle it:
                Fill(PixelArea.Of(it.Area, scale), it.Fill);
                break;
            case DrawingOperation.StrokeRectangle it:
                StrokeInside(PixelArea.Of(it.Area, scale), Math.Max(1, PixelArea.Nearest(it.WidthPx * scale)), it.Stroke);
                break;
            case DrawingOperation.HatchRectangle it:
                Hatch(it);
                break;
            case DrawingOperation.StrokeLine it:
                Stroke(it);
                break;
            case DrawingOperation.StrokePolyline it:
                Fill(StrokeOutline.Of(it.Points, it.WidthPx), it.Stroke);
                break;
            case DrawingOperation.FillPolygon it:
                Fill([it.Points], it.Fill);
                break;
            case DrawingOperation.TextRun it:
                smooth.Color = Colour(it.Ink);
                text.Paint(it, smooth);
                break;
            case DrawingOperation.GradientRamp it:
                Ramp(PixelArea.Of(it.Area, scale), it);
                break;
            case DrawingOperation.ImageBlock it:
                Block(PixelArea.Of(it.Area, scale), it);
                break;
            default:
                throw new UnreachableException();
        }
    }

    public void Dispose()
    {
        sharp.Dispose();
        smooth.Dispose();
    }

    private static SKRect RectOf(PixelArea area) => new(area.Left, area.Top, area.Right, area.Bottom);

    private void Fill(PixelArea area, Rgb fill)
    {
        sharp.Color = Colour(fill);
        canvas.DrawRect(RectOf(area), sharp);
    }

    private void StrokeInside(PixelArea area, int width, Rgb stroke)
    {
        Fill(area with { Bottom = Math.Min(area.Top + width, area.Bottom) }, stroke);
        Fill(area with { Top = Math.Max(area.Bottom - width, area.Top) }, stroke);
        Fill(area with { Right = Math.Min(area.Left + width, area.Right) }, stroke);
        Fill(area with { Left = Math.Max(area.Right - width, area.Left) }, stroke);
    }

    /// <summary>A tile of one period, repeated from the canvas's corner, so that neighbouring cells continue each other's lines.</summary>
    private void Hatch(DrawingOperation.HatchRectangle hatch)
    {
        byte[] coverage = HatchTile.Coverage(HatchTile.PeriodPx(hatch.SpacingPx), scale);
        using var tile = new SKBitmap(new SKImageInfo(coverage.Length, coverage.Length, SKColorType.Rgba8888, SKAlphaType.Opaque));
        SKColor[] mixtures = [.. coverage.Select(share => Mix(hatch.Ground, hatch.Line, share))];
        tile.Pixels = [.. Enumerable.Range(0, coverage.Length * coverage.Length).Select(i => mixtures[((i / coverage.Length) + (i % coverage.Length)) % coverage.Length])];
        using SKShader shader = tile.ToShader(SKShaderTileMode.Repeat, SKShaderTileMode.Repeat);
        using var paint = new SKPaint { Shader = shader, IsAntialias = false };
        canvas.DrawRect(RectOf(PixelArea.Of(hatch.Area, scale)), paint);
    }

    private static SKColor Mix(Rgb under, Rgb over, byte share)
    {
        byte Channel(byte a, byte b) => (byte)(((a * (255 - share)) + (b * share) + 127) / 255);
        return new SKColor(Channel(under.R, over.R), Channel(under.G, over.G), Channel(under.B, over.B));
    }

    private void Stroke(DrawingOperation.StrokeLine line)
    {
        (Point From, Point To)[] pieces = line.DashPx is { } dash and > 0 ? [.. StrokeOutline.Dashes(line.From, line.To, dash)] : [(line.From, line.To)];
        if (line.From.X != line.To.X && line.From.Y != line.To.Y)
        {
            Fill(pieces.SelectMany(piece => StrokeOutline.Of([piece.From, piece.To], line.WidthPx)), line.Stroke);
            return;
        }

        foreach ((Point from, Point to) in pieces)
            Fill(PixelArea.OfUpright(from, to, line.WidthPx, scale), line.Stroke);
    }

    private void Fill(IEnumerable<IReadOnlyList<Point>> polygons, Rgb fill)
    {
        using var path = new SKPath { FillType = SKPathFillType.Winding };
        foreach (IReadOnlyList<Point> polygon in polygons)
            path.AddPoly([.. polygon.Select(point => new SKPoint((float)(point.X * scale), (float)(point.Y * scale)))], close: true);
        smooth.Color = Colour(fill);
        canvas.DrawPath(path, smooth);
    }

    private void Ramp(PixelArea area, DrawingOperation.GradientRamp ramp)
    {
        int length = ramp.Vertical ? area.Height : area.Width;
        for (int i = 0; i < length; i++)
        {
            PixelArea step = ramp.Vertical ? area with { Top = area.Bottom - i - 1, Bottom = area.Bottom - i } : area with { Left = area.Left + i, Right = area.Left + i + 1 };
            Fill(step, ramp.Colours[(int)((i + 0.5) / length * ramp.Colours.Count)]);
        }
    }

    /// <summary>One pixel a cell, enlarged without smoothing.</summary>
    private void Block(PixelArea area, DrawingOperation.ImageBlock block)
    {
        SKColor[] palette = [.. block.Palette.Select(Colour)];
        var pixels = new SKColor[block.Indices.Length];
        for (int i = 0; i < pixels.Length; i++)
            pixels[i] = palette[block.Indices[i]];
        using var cells = new SKBitmap(new SKImageInfo(block.Columns, block.Rows, SKColorType.Rgba8888, SKAlphaType.Opaque));
        cells.Pixels = pixels;
        using SKImage image = SKImage.FromBitmap(cells);
        canvas.DrawImage(image, RectOf(area), new SKSamplingOptions(SKFilterMode.Nearest), sharp);
    }
}
