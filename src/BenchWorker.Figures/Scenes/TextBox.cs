namespace BenchWorker.Figures;

/// <summary>The upright or turned rectangle that a run of text covers, capitals to descenders.</summary>
internal readonly struct TextBox
{
    private const double AscentEm = 0.76, DescentEm = 0.2;

    private readonly Point[] corners;

    private TextBox(Point[] corners)
    {
        this.corners = corners;
        double left = corners.Min(static corner => corner.X), top = corners.Min(static corner => corner.Y);
        Bounds = new Rect(left, top, corners.Max(static corner => corner.X) - left, corners.Max(static corner => corner.Y) - top);
    }

    /// <summary>The smallest upright rectangle around the box.</summary>
    public Rect Bounds { get; }

    public static TextBox Of(DrawingOperation.TextRun run)
    {
        double left = run.Anchor switch { TextAnchor.Start => 0, TextAnchor.Middle => -run.WidthPx / 2, _ => -run.WidthPx };
        double right = left + run.WidthPx, top = -AscentEm * run.SizePx, bottom = DescentEm * run.SizePx;
        (double sin, double cos) = Math.SinCos(run.AngleDegrees * Math.PI / 180);
        Point Turn(double x, double y) => new(run.At.X + (x * cos) - (y * sin), run.At.Y + (x * sin) + (y * cos));
        return new TextBox([Turn(left, top), Turn(right, top), Turn(right, bottom), Turn(left, bottom)]);
    }

    /// <summary>Whether two boxes share more than <paramref name="tolerancePx"/> in every direction.</summary>
    public bool Overlaps(TextBox other, double tolerancePx) =>
        !Separated(corners, other.corners, tolerancePx) && !Separated(other.corners, corners, tolerancePx);

    /// <summary>Separating axis theorem over the edge directions of the first box.</summary>
    private static bool Separated(Point[] box, Point[] other, double tolerancePx)
    {
        for (int edge = 0; edge < 2; edge++)
        {
            (double x, double y) = (box[edge + 1].X - box[edge].X, box[edge + 1].Y - box[edge].Y);
            double length = Math.Sqrt((x * x) + (y * y));
            if (length == 0)
                return true;
            (double minA, double maxA) = Span(box, x / length, y / length);
            (double minB, double maxB) = Span(other, x / length, y / length);
            if (maxA - tolerancePx <= minB || maxB - tolerancePx <= minA)
                return true;
        }
        return false;
    }

    private static (double Min, double Max) Span(Point[] corners, double x, double y)
    {
        (double min, double max) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (Point corner in corners)
        {
            double along = (corner.X * x) + (corner.Y * y);
            (min, max) = (Math.Min(min, along), Math.Max(max, along));
        }
        return (min, max);
    }
}
