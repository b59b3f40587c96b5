using System.Diagnostics;

namespace BenchWorker.Figures;

/// <summary>Paints the operations of a scene, in order, on a canvas.</summary>
/// <param name="scale">Device pixels a logical pixel.</param>
internal sealed class ScenePainter<TPixel>(Canvas<TPixel> canvas, int scale, FontSet fonts, GlyphCache glyphs, ICoverage coverage)
    where TPixel : unmanaged
{
    /// <returns>False when the canvas's palette could not hold the colours.</returns>
    public bool Paint(Scene scene)
    {
        canvas.Fill(new PixelArea(0, 0, canvas.Width, canvas.Height), canvas.Inks.Opaque(scene.Background));
        foreach (DrawingOperation operation in scene.Operations)
        {
            if (canvas.Inks.Full)
                return false;
            Paint(operation);
        }
        return !canvas.Inks.Full;
    }

    private void Paint(DrawingOperation operation)
    {
        switch (operation)
        {
            case DrawingOperation.FillRectangle it:
                canvas.Fill(PixelArea.Of(it.Area, scale), canvas.Inks.Opaque(it.Fill));
                break;
            case DrawingOperation.StrokeRectangle it:
                StrokeInside(PixelArea.Of(it.Area, scale), Math.Max(1, PixelArea.Nearest(it.WidthPx * scale)), canvas.Inks.Opaque(it.Stroke));
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
                new TextPainter<TPixel>(canvas, scale, glyphs).Paint(it, fonts.Lay(it.Text, it.Weight));
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

    private void StrokeInside(PixelArea area, int width, TPixel ink)
    {
        canvas.Fill(area with { Bottom = Math.Min(area.Top + width, area.Bottom) }, ink);
        canvas.Fill(area with { Top = Math.Max(area.Bottom - width, area.Top) }, ink);
        canvas.Fill(area with { Right = Math.Min(area.Left + width, area.Right) }, ink);
        canvas.Fill(area with { Left = Math.Max(area.Right - width, area.Left) }, ink);
    }

    private void Hatch(DrawingOperation.HatchRectangle hatch)
    {
        PixelArea area = PixelArea.Of(hatch.Area, scale).Within(canvas.Width, canvas.Height);
        canvas.Fill(area, canvas.Inks.Opaque(hatch.Ground));
        byte[] tile = HatchTile.Coverage(HatchTile.PeriodPx(hatch.SpacingPx), scale);
        byte[] line = new byte[area.Width + tile.Length];
        for (int x = 0; x < line.Length; x++)
            line[x] = tile[x % tile.Length];
        TPixel ink = canvas.Inks.Opaque(hatch.Line);
        for (int y = area.Top; y < area.Bottom; y++)
            canvas.Inks.Blend(canvas.Row(y)[area.Left..area.Right], line.AsSpan((area.Left + y) % tile.Length, area.Width), ink);
    }

    private void Stroke(DrawingOperation.StrokeLine line)
    {
        IEnumerable<(Point From, Point To)> pieces = line.DashPx is { } dash and > 0
            ? StrokeOutline.Dashes(line.From, line.To, dash)
            : [(line.From, line.To)];
        if (line.From.X != line.To.X && line.From.Y != line.To.Y)
        {
            Fill(pieces.SelectMany(piece => StrokeOutline.Of([piece.From, piece.To], line.WidthPx)), line.Stroke);
            return;
        }
        foreach ((Point from, Point to) in pieces)
            canvas.Fill(PixelArea.OfUpright(from, to, line.WidthPx, scale), canvas.Inks.Opaque(line.Stroke));
    }

    private void Fill(IEnumerable<IReadOnlyList<Point>> polygons, Rgb fill)
    {
        List<Point[]> placed = [.. polygons.Select(polygon => polygon.Select(p => new Point(p.X * scale, p.Y * scale)).ToArray())];
        if (placed.Count == 0)
            return;
        PixelArea area = new PixelArea(
            Floor(placed.Min(polygon => polygon.Min(p => p.X))), Floor(placed.Min(polygon => polygon.Min(p => p.Y))),
            Floor(placed.Max(polygon => polygon.Max(p => p.X))) + 1, Floor(placed.Max(polygon => polygon.Max(p => p.Y))) + 1).Within(canvas.Width, canvas.Height);
        if (area.Width == 0 || area.Height == 0)
            return;

        TPixel ink = canvas.Inks.Opaque(fill);
        coverage.Polygons(placed, area, (y, covered) => canvas.Inks.Blend(canvas.Row(y)[area.Left..area.Right], covered, ink));
    }

    private static int Floor(double value) => (int)Math.Floor(Math.Clamp(value, -1e6, 1e6));

    private void Ramp(PixelArea area, DrawingOperation.GradientRamp ramp)
    {
        int length = ramp.Vertical ? area.Height : area.Width;
        for (int i = 0; i < length; i++)
        {
            TPixel ink = canvas.Inks.Opaque(ramp.Colours[(int)((i + 0.5) / length * ramp.Colours.Count)]);
            canvas.Fill(
                ramp.Vertical ? area with { Top = area.Bottom - i - 1, Bottom = area.Bottom - i } : area with { Left = area.Left + i, Right = area.Left + i + 1 },
                ink);
        }
    }

    private void Block(PixelArea area, DrawingOperation.ImageBlock block)
    {
        PixelArea inside = area.Within(canvas.Width, canvas.Height);
        TPixel[] inks = new TPixel[block.Palette.Count];
        for (int i = 0; i < inks.Length; i++)
            inks[i] = canvas.Inks.Opaque(block.Palette[i]);
        int[] columns = [.. Enumerable.Range(inside.Left, inside.Width).Select(x => CellAt(x - area.Left, area.Width, block.Columns))];
        int painted = -1;
        for (int y = inside.Top; y < inside.Bottom; y++)
        {
            Span<TPixel> row = canvas.Row(y)[inside.Left..inside.Right];
            int cellRow = CellAt(y - area.Top, area.Height, block.Rows);
            if (cellRow == painted)
            {
                canvas.Row(y - 1)[inside.Left..inside.Right].CopyTo(row);
                continue;
            }
            painted = cellRow;
            ReadOnlySpan<byte> cells = block.Indices.AsSpan(cellRow * block.Columns, block.Columns);
            for (int x = 0; x < row.Length; x++)
                row[x] = inks[cells[columns[x]]];
        }
    }

    /// <summary>The cell whose area holds the middle of a pixel.</summary>
    private static int CellAt(int pixel, int pixels, int cells) => (int)(((2L * pixel) + 1) * cells / (2L * pixels));
}
