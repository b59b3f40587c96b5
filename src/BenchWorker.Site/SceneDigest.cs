using System.Diagnostics;
using BenchWorker.Figures;

namespace BenchWorker.Site;

/// <summary>A scene as bytes for hashing: every field that a writer or a rasteriser reads.</summary>
internal static class SceneDigest
{
    public static void Write(DigestWriter writer, Scene scene)
    {
        writer.Write(scene.WidthPx);
        writer.Write(scene.HeightPx);
        Write(writer, scene.Background);
        writer.Write(scene.Title);
        writer.Write(scene.Description);
        foreach (DrawingOperation operation in scene.Operations)
            Write(writer, operation);
    }

    private static void Write(DigestWriter writer, DrawingOperation operation)
    {
        writer.Write(operation.GetType().Name);
        switch (operation)
        {
            case DrawingOperation.FillRectangle fill:
                Write(writer, fill.Area);
                Write(writer, fill.Fill);
                writer.Write(fill.Tooltip ?? "");
                break;
            case DrawingOperation.StrokeRectangle stroke:
                Write(writer, stroke.Area);
                Write(writer, stroke.Stroke);
                writer.Write(stroke.WidthPx);
                break;
            case DrawingOperation.HatchRectangle hatch:
                Write(writer, hatch.Area);
                Write(writer, hatch.Ground);
                Write(writer, hatch.Line);
                writer.Write(hatch.SpacingPx);
                writer.Write(hatch.Tooltip ?? "");
                break;
            case DrawingOperation.StrokeLine line:
                Write(writer, [line.From, line.To]);
                Write(writer, line.Stroke);
                writer.Write(line.WidthPx);
                writer.Write(line.DashPx ?? 0);
                break;
            case DrawingOperation.StrokePolyline path:
                Write(writer, path.Points);
                Write(writer, path.Stroke);
                writer.Write(path.WidthPx);
                break;
            case DrawingOperation.FillPolygon polygon:
                Write(writer, polygon.Points);
                Write(writer, polygon.Fill);
                writer.Write(polygon.Tooltip ?? "");
                break;
            case DrawingOperation.TextRun text:
                Write(writer, text);
                break;
            case DrawingOperation.GradientRamp ramp:
                Write(writer, ramp.Area);
                Write(writer, ramp.Colours);
                writer.Write(ramp.Vertical);
                break;
            case DrawingOperation.ImageBlock block:
                Write(writer, block.Area);
                writer.Write(block.Columns);
                writer.Write(block.Rows);
                Write(writer, block.Palette);
                writer.Write(block.Indices);
                break;
            default:
                throw new UnreachableException($"{operation.GetType()} is not one of a scene's operations.");
        }
    }

    private static void Write(DigestWriter writer, DrawingOperation.TextRun text)
    {
        writer.Write(text.Text);
        writer.Write(text.Tooltip ?? "");
        Write(writer, [text.At]);
        Write(writer, text.Ink);
        writer.Write(text.SizePx);
        writer.Write(text.AngleDegrees);
        writer.Write(text.WidthPx);
        writer.Write((int)text.Weight);
        writer.Write((int)text.Anchor);
        writer.Write((int)text.Role);
    }

    private static void Write(DigestWriter writer, Rect area)
    {
        writer.Write(area.Left);
        writer.Write(area.Top);
        writer.Write(area.Width);
        writer.Write(area.Height);
    }

    private static void Write(DigestWriter writer, IReadOnlyList<Point> points)
    {
        writer.Write(points.Count);
        foreach (Point point in points)
        {
            writer.Write(point.X);
            writer.Write(point.Y);
        }
    }

    private static void Write(DigestWriter writer, IReadOnlyList<Rgb> colours)
    {
        writer.Write(colours.Count);
        foreach (Rgb colour in colours)
            Write(writer, colour);
    }

    private static void Write(DigestWriter writer, Rgb colour)
    {
        writer.Write(colour.R);
        writer.Write(colour.G);
        writer.Write(colour.B);
    }
}
