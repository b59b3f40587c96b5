namespace BenchWorker.Figures;

/// <summary>Turns an outline into the mask of a glyph at a size, a turn and a place within its pixel.</summary>
internal static class GlyphPainting
{
    /// <summary>Below this deviation from the true curve, in pixels, a straight piece cannot be told from it.</summary>
    private const double FlatnessPx = 0.05;

    private const int MaxMaskSide = 4096;

    /// <param name="sizePx">Device pixels an em.</param>
    /// <param name="offset">Place of the origin within its pixel, [0, 1) each way.</param>
    /// <param name="zones">Heights to move to whole rows of pixels.</param>
    public static GlyphMask Paint(GlyphOutline outline, AlignmentZones zones, double sizePx, Turn turn, Point offset)
    {
        if (outline.Points.Length == 0)
            return GlyphMask.Empty;
        Point[] placed = [.. outline.Points.Select(p => turn.Of(p.X * sizePx, -zones.Fit(p.Y, sizePx))).Select(p => new Point(p.X + offset.X, p.Y + offset.Y))];
        int left = (int)Math.Floor(placed.Min(p => p.X)), top = (int)Math.Floor(placed.Min(p => p.Y));
        int width = (int)Math.Ceiling(placed.Max(p => p.X)) - left, height = (int)Math.Ceiling(placed.Max(p => p.Y)) - top;
        if (width is < 1 or > MaxMaskSide || height is < 1 or > MaxMaskSide)
            return GlyphMask.Empty;

        using var buffer = new CoverageBuffer(width, height);
        var pen = new Pen(buffer, left, top);
        for (int contour = 0, first = 0; contour < outline.ContourEnds.Length; first = outline.ContourEnds[contour++])
            AddContour(pen, outline.Points.AsSpan(first, outline.ContourEnds[contour] - first), placed.AsSpan(first));
        byte[] coverage = new byte[width * height];
        for (int row = 0; row < height; row++)
            buffer.ReadRow(row, coverage.AsSpan(row * width, width));
        return new GlyphMask(left, top, width, height, coverage);
    }

    /// <summary>Between two points off the curve lies an implied one on it, halfway.</summary>
    private static void AddContour(Pen pen, ReadOnlySpan<OutlinePoint> points, ReadOnlySpan<Point> placed)
    {
        int count = points.Length;
        if (count < 2)
            return;
        Point start = points[0].OnCurve ? placed[0] : points[^1].OnCurve ? placed[count - 1] : Halfway(placed[0], placed[count - 1]);
        pen.MoveTo(start);
        Point? control = null;
        for (int i = points[0].OnCurve ? 1 : 0; i < count; i++)
        {
            if (points[i].OnCurve)
            {
                pen.CurveTo(control, placed[i]);
                control = null;
            }
            else
            {
                if (control is { } waiting)
                    pen.CurveTo(waiting, Halfway(waiting, placed[i]));
                control = placed[i];
            }
        }
        pen.CurveTo(control, start);
    }

    private static Point Halfway(Point a, Point b) => new((a.X + b.X) / 2, (a.Y + b.Y) / 2);

    private sealed class Pen(CoverageBuffer buffer, int left, int top)
    {
        private Point at;

        public void MoveTo(Point to) => at = to;

        public void CurveTo(Point? control, Point to)
        {
            if (control is { } bend)
            {
                Point from = at;
                double deviation = Math.Max(Math.Abs(from.X - (2 * bend.X) + to.X), Math.Abs(from.Y - (2 * bend.Y) + to.Y));
                int pieces = Math.Clamp((int)Math.Ceiling(Math.Sqrt(deviation / (4 * FlatnessPx))), 1, 32);
                for (int i = 1; i < pieces; i++)
                {
                    double t = (double)i / pieces, s = 1 - t;
                    LineTo(new Point((s * s * from.X) + (2 * s * t * bend.X) + (t * t * to.X), (s * s * from.Y) + (2 * s * t * bend.Y) + (t * t * to.Y)));
                }
            }
            LineTo(to);
        }

        private void LineTo(Point to)
        {
            buffer.AddEdge(at.X - left, at.Y - top, to.X - left, to.Y - top);
            at = to;
        }
    }
}
