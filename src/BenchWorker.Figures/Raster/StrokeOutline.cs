namespace BenchWorker.Figures;

/// <summary>The polygons that a line with width covers; all wind the same way, so that where they overlap they add up to one shape.</summary>
internal static class StrokeOutline
{
    /// <summary>A mitre longer than this many widths is cut to a bevel, as in SVG.</summary>
    private const double MiterLimit = 4;

    public static IEnumerable<Point[]> Of(IReadOnlyList<Point> points, double widthPx)
    {
        for (int i = 0; i + 1 < points.Count; i++)
        {
            if (Across(points[i], points[i + 1], widthPx / 2) is not { } side)
                continue;
            yield return [Add(points[i], side), Add(points[i + 1], side), Add(points[i + 1], side, -1), Add(points[i], side, -1)];
            if (i + 2 < points.Count && Across(points[i + 1], points[i + 2], widthPx / 2) is { } next)
                yield return Join(points[i + 1], side, next, widthPx / 2);
        }
    }

    /// <summary>The pieces of a dashed line: dash, gap, dash, beginning with a dash.</summary>
    public static IEnumerable<(Point From, Point To)> Dashes(Point from, Point to, double dashPx)
    {
        double length = Math.Sqrt(Math.Pow(to.X - from.X, 2) + Math.Pow(to.Y - from.Y, 2));
        for (double start = 0; start < length; start += 2 * dashPx)
            yield return (Along(from, to, start / length), Along(from, to, Math.Min(start + dashPx, length) / length));
    }

    /// <summary>From the middle of a segment to its left edge; null for a segment without length.</summary>
    private static Point? Across(Point from, Point to, double half)
    {
        (double dx, double dy) = (to.X - from.X, to.Y - from.Y);
        double length = Math.Sqrt((dx * dx) + (dy * dy));
        return length > 0 ? new Point(dy * half / length, -dx * half / length) : null;
    }

    private static Point[] Join(Point corner, Point side, Point next, double half)
    {
        double cross = (side.X * next.Y) - (side.Y * next.X);
        int outside = cross > 0 ? 1 : -1;
        Point a = Add(corner, side, outside), b = Add(corner, next, outside);
        double square = Math.Pow(side.X + next.X, 2) + Math.Pow(side.Y + next.Y, 2);
        double stretch = square > 0 ? 2 * half * half / square : double.PositiveInfinity;
        Point[] join = stretch * Math.Sqrt(square) <= MiterLimit * half
            ? [corner, a, Add(corner, new Point((side.X + next.X) * stretch, (side.Y + next.Y) * stretch), outside), b]
            : [corner, a, b];
        if (outside < 0)
            Array.Reverse(join);
        return join;
    }

    private static Point Add(Point at, Point by, double times = 1) => new(at.X + (by.X * times), at.Y + (by.Y * times));

    private static Point Along(Point from, Point to, double share) => new(from.X + ((to.X - from.X) * share), from.Y + ((to.Y - from.Y) * share));
}
