namespace BenchWorker.Figures;

/// <summary>Cuts convex polygons at a rectangle (Sutherland and Hodgman, 1974).</summary>
internal static class Clip
{
    /// <returns>Empty where the polygon lies outside.</returns>
    public static IReadOnlyList<Point> ToRect(IReadOnlyList<Point> polygon, Rect area)
    {
        polygon = Keep(polygon, point => point.X - area.Left);
        polygon = Keep(polygon, point => area.Right - point.X);
        polygon = Keep(polygon, point => point.Y - area.Top);
        return Keep(polygon, point => area.Bottom - point.Y);
    }

    /// <param name="inside">How far a point lies on the side that is kept; below 0 on the other.</param>
    private static List<Point> Keep(IReadOnlyList<Point> polygon, Func<Point, double> inside)
    {
        var kept = new List<Point>(polygon.Count + 1);
        for (int i = 0; i < polygon.Count; i++)
        {
            (Point from, Point to) = (polygon[i], polygon[(i + 1) % polygon.Count]);
            (double before, double after) = (inside(from), inside(to));
            if (before >= 0)
                kept.Add(from);
            if (before < 0 != after < 0)
            {
                double share = before / (before - after);
                kept.Add(new Point(from.X + (share * (to.X - from.X)), from.Y + (share * (to.Y - from.Y))));
            }
        }
        return kept;
    }
}
