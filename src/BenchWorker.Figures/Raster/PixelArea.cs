namespace BenchWorker.Figures;

/// <summary>Whole device pixels: [Left, Right) by [Top, Bottom).</summary>
internal readonly record struct PixelArea(int Left, int Top, int Right, int Bottom)
{
    /// <summary>Far outside any canvas, and far inside what integers hold.</summary>
    private const double Farthest = 1e6;

    public int Width => Right - Left;

    public int Height => Bottom - Top;

    /// <summary>The pixels of a rectangle: edges go to the nearest pixel border, but what has a size keeps at least one pixel.</summary>
    public static PixelArea Of(Rect area, int scale)
    {
        int left = Nearest(area.Left * scale), top = Nearest(area.Top * scale);
        int right = Nearest(area.Right * scale), bottom = Nearest(area.Bottom * scale);
        return new PixelArea(
            left, top, area.Width > 0 ? Math.Max(right, left + 1) : left, area.Height > 0 ? Math.Max(bottom, top + 1) : top);
    }

    /// <summary>A horizontal or vertical line on whole pixels, so that it is sharp.</summary>
    public static PixelArea OfUpright(Point from, Point to, double widthPx, int scale)
    {
        int width = Math.Max(1, Nearest(widthPx * scale));
        PixelArea along = Of(new Rect(Math.Min(from.X, to.X), Math.Min(from.Y, to.Y), Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y)), scale);
        int left = Nearest((from.X * scale) - (width / 2.0)), top = Nearest((from.Y * scale) - (width / 2.0));
        return from.X == to.X
            ? along with { Left = left, Right = left + width }
            : along with { Top = top, Bottom = top + width };
    }

    public PixelArea Within(int width, int height)
    {
        int left = Math.Clamp(Left, 0, width), top = Math.Clamp(Top, 0, height);
        return new PixelArea(left, top, Math.Clamp(Right, left, width), Math.Clamp(Bottom, top, height));
    }

    /// <summary>Halves go up, so that equal cells a whole number of pixels apart round alike.</summary>
    public static int Nearest(double devicePx) => (int)Math.Floor(Math.Clamp(devicePx, -Farthest, Farthest) + 0.5);
}
