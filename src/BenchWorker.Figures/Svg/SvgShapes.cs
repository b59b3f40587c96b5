using System.Diagnostics;

namespace BenchWorker.Figures;

/// <summary>Writes drawing operations as SVG elements; neighbours that share their look share a group, which keeps files small.</summary>
internal sealed class SvgShapes(SvgMarkup svg)
{
    private string? openGroup;

    public void Write(IReadOnlyList<DrawingOperation> operations)
    {
        for (int i = 0; i < operations.Count;)
        {
            int end = i + 1;
            switch (operations[i])
            {
                case DrawingOperation.TextRun { Role: TextRole.Cell }:
                    while (end < operations.Count && operations[end] is DrawingOperation.TextRun { Role: TextRole.Cell })
                        end++;
                    CellTexts(operations.Skip(i).Take(end - i));
                    break;
                case DrawingOperation.FillRectangle { Tooltip: null } first:
                    while (end < operations.Count && operations[end] is DrawingOperation.FillRectangle { Tooltip: null })
                        end++;
                    Group(GroupOf(first));
                    PlainRectangles.Write(svg, [.. operations.Skip(i).Take(end - i).Cast<DrawingOperation.FillRectangle>()]);
                    break;
                default:
                    Group(GroupOf(operations[i]));
                    Write(operations[i]);
                    break;
            }
            i = end;
        }
        Group(null);
    }

    /// <summary>Numbers on cells never overlap, so those of one ink can stand together and name it once.</summary>
    private void CellTexts(IEnumerable<DrawingOperation> texts)
    {
        foreach (IGrouping<string, DrawingOperation.TextRun> alike in texts.Cast<DrawingOperation.TextRun>().GroupBy(SvgText.GroupOf, StringComparer.Ordinal))
        {
            Group(alike.Key);
            foreach (DrawingOperation.TextRun text in alike)
                SvgText.Write(svg, text);
        }
    }

    /// <summary>The attributes an operation shares with its neighbours.</summary>
    private static string? GroupOf(DrawingOperation operation) => operation switch
    {
        DrawingOperation.FillRectangle or DrawingOperation.HatchRectangle => "shape-rendering=\"crispEdges\"",
        DrawingOperation.StrokeRectangle => "fill=\"none\" shape-rendering=\"crispEdges\"",
        DrawingOperation.StrokeLine { From: var from, To: var to } when from.X == to.X || from.Y == to.Y => "shape-rendering=\"crispEdges\"",
        DrawingOperation.GradientRamp { Colours.Count: < SvgDefinitions.LeastColoursOfGradient } => "shape-rendering=\"crispEdges\"",
        DrawingOperation.StrokePolyline => "fill=\"none\"",
        DrawingOperation.TextRun text => SvgText.GroupOf(text),
        _ => null,
    };

    private void Group(string? attributes)
    {
        if (string.Equals(attributes, openGroup, StringComparison.Ordinal))
            return;
        if (openGroup is not null)
            svg.Raw("</g>\n");
        if (attributes is not null)
            svg.Raw("<g ").Raw(attributes).Raw(">\n");
        openGroup = attributes;
    }

    private void Write(DrawingOperation operation)
    {
        switch (operation)
        {
            case DrawingOperation.FillRectangle it:
                Rectangle(it.Area).Attribute("fill", it.Fill);
                Close("rect", it.Tooltip);
                break;
            case DrawingOperation.StrokeRectangle it:
                Rectangle(new Rect(it.Area.Left + (it.WidthPx / 2), it.Area.Top + (it.WidthPx / 2), it.Area.Width - it.WidthPx, it.Area.Height - it.WidthPx))
                    .Attribute("stroke", it.Stroke);
                StrokeWidth(it.WidthPx);
                Close("rect", null);
                break;
            case DrawingOperation.HatchRectangle it:
                Rectangle(it.Area).Raw($" fill=\"url(#{SvgDefinitions.Id(it)})\"");
                Close("rect", it.Tooltip);
                break;
            case DrawingOperation.StrokeLine it:
                Line(it);
                break;
            case DrawingOperation.StrokePolyline it:
                Points("polyline", it.Points).Attribute("stroke", it.Stroke);
                StrokeWidth(it.WidthPx);
                Close("polyline", null);
                break;
            case DrawingOperation.FillPolygon it:
                Points("polygon", it.Points).Attribute("fill", it.Fill);
                Close("polygon", it.Tooltip);
                break;
            case DrawingOperation.TextRun it:
                SvgText.Write(svg, it);
                break;
            case DrawingOperation.GradientRamp it:
                Ramp(it);
                break;
            case DrawingOperation.ImageBlock it:
                Image(it);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private SvgMarkup Rectangle(Rect area) => svg.Raw("<rect").Attribute("x", area.Left).Attribute("y", area.Top)
        .Attribute("width", Math.Max(0, area.Width)).Attribute("height", Math.Max(0, area.Height));

    private void Line(DrawingOperation.StrokeLine line)
    {
        svg.Raw("<line").Attribute("x1", line.From.X).Attribute("y1", line.From.Y).Attribute("x2", line.To.X).Attribute("y2", line.To.Y)
            .Attribute("stroke", line.Stroke);
        StrokeWidth(line.WidthPx);
        if (line.DashPx is { } dash and > 0)
            svg.Attribute("stroke-dasharray", dash);
        Close("line", null);
    }

    private SvgMarkup Points(string element, IReadOnlyList<Point> points)
    {
        svg.Raw($"<{element} points=\"");
        for (int i = 0; i < points.Count; i++)
            svg.Raw(i == 0 ? "" : " ").Number(points[i].X).Raw(",").Number(points[i].Y);
        return svg.Raw("\"");
    }

    private void Ramp(DrawingOperation.GradientRamp ramp)
    {
        if (ramp.Colours.Count >= SvgDefinitions.LeastColoursOfGradient)
        {
            Rectangle(ramp.Area).Raw($" fill=\"url(#{SvgDefinitions.Id(ramp)})\"/>\n");
            return;
        }
        for (int i = 0; i < ramp.Colours.Count; i++)
        {
            double from = (double)i / ramp.Colours.Count, to = (i + 1.0) / ramp.Colours.Count;
            Rect step = ramp.Vertical
                ? ramp.Area with { Top = ramp.Area.Bottom - (to * ramp.Area.Height), Height = (to - from) * ramp.Area.Height }
                : ramp.Area with { Left = ramp.Area.Left + (from * ramp.Area.Width), Width = (to - from) * ramp.Area.Width };
            Rectangle(step).Attribute("fill", ramp.Colours[i]).Raw("/>\n");
        }
    }

    private void Image(DrawingOperation.ImageBlock block)
    {
        byte[] png = PngWriter.Write(new PixelImage(block.Columns, block.Rows, block.Indices, block.Palette), new PngMetadata("", "", 1));
        svg.Raw("<image").Attribute("x", block.Area.Left).Attribute("y", block.Area.Top).Attribute("width", block.Area.Width).Attribute("height", block.Area.Height)
            .Raw(" preserveAspectRatio=\"none\" image-rendering=\"pixelated\" href=\"data:image/png;base64,").Raw(Convert.ToBase64String(png)).Raw("\"/>\n");
    }

    private void StrokeWidth(double widthPx)
    {
        if (widthPx != 1)
            svg.Attribute("stroke-width", widthPx);
    }

    private void Close(string element, string? tooltip)
    {
        if (tooltip is null)
            svg.Raw("/>\n");
        else
            svg.Raw("><title>").Escaped(tooltip).Raw($"</title></{element}>\n");
    }
}
