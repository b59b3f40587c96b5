using System.Diagnostics;

namespace BenchWorker.Figures;

/// <summary>The smallest upright rectangle around what an operation paints.</summary>
internal static class OperationBounds
{
    public static Rect Of(DrawingOperation operation) => operation switch
    {
        DrawingOperation.FillRectangle fill => fill.Area,
        DrawingOperation.StrokeRectangle stroke => stroke.Area,
        DrawingOperation.HatchRectangle hatch => hatch.Area,
        DrawingOperation.StrokeLine line => Around([line.From, line.To]),
        DrawingOperation.StrokePolyline line => Around(line.Points),
        DrawingOperation.FillPolygon polygon => Around(polygon.Points),
        DrawingOperation.TextRun run => TextBox.Of(run).Bounds,
        DrawingOperation.GradientRamp ramp => ramp.Area,
        DrawingOperation.ImageBlock image => image.Area,
        _ => throw new UnreachableException(),
    };

    private static Rect Around(IReadOnlyList<Point> points)
    {
        double left = points.Min(static point => point.X), top = points.Min(static point => point.Y);
        return new Rect(left, top, points.Max(static point => point.X) - left, points.Max(static point => point.Y) - top);
    }
}
