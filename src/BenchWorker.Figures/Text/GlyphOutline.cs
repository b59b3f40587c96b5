namespace BenchWorker.Figures;

/// <summary>A point of a contour, in font units with y upwards; points off the curve steer quadratic Bézier segments.</summary>
internal readonly record struct OutlinePoint(double X, double Y, bool OnCurve);

/// <summary>The closed contours of a glyph, filled by nonzero winding.</summary>
/// <param name="ContourEnds">One past the last point of each contour, ascending.</param>
internal sealed record GlyphOutline(OutlinePoint[] Points, int[] ContourEnds)
{
    public static GlyphOutline Empty { get; } = new([], []);

    /// <summary>Left, lowest, right and highest coordinate of the points; null for a glyph without ink.</summary>
    public (double MinX, double MinY, double MaxX, double MaxY)? Bounds => Points.Length == 0
        ? null
        : (Points.Min(p => p.X), Points.Min(p => p.Y), Points.Max(p => p.X), Points.Max(p => p.Y));
}
