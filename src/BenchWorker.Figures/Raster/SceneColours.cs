namespace BenchWorker.Figures;

/// <summary>The colours of a scene by what they are used for.</summary>
/// <param name="Fills">What areas are filled with, apart from the background and the inks of text.</param>
/// <param name="Grounds">Those of them that text may stand on, and the background.</param>
/// <param name="Inks">Of text and lines.</param>
internal sealed record SceneColours(HashSet<Rgb> Fills, HashSet<Rgb> Grounds, HashSet<Rgb> Inks)
{
    public static SceneColours Of(Scene scene)
    {
        HashSet<Rgb> cells = [], others = [], inks = [], strokes = [];
        bool annotated = false;
        foreach (DrawingOperation operation in scene.Operations)
        {
            switch (operation)
            {
                case DrawingOperation.FillRectangle it:
                    cells.Add(it.Fill);
                    break;
                case DrawingOperation.FillPolygon it:
                    others.Add(it.Fill);
                    break;
                case DrawingOperation.GradientRamp it:
                    others.UnionWith(it.Colours);
                    break;
                case DrawingOperation.ImageBlock it:
                    others.UnionWith(it.Palette);
                    break;
                case DrawingOperation.TextRun it:
                    inks.Add(it.Ink);
                    annotated |= it.Role is TextRole.Cell;
                    break;
                case DrawingOperation.StrokeLine it:
                    strokes.Add(it.Stroke);
                    break;
                case DrawingOperation.StrokePolyline it:
                    strokes.Add(it.Stroke);
                    break;
                case DrawingOperation.StrokeRectangle it:
                    strokes.Add(it.Stroke);
                    break;
                case DrawingOperation.HatchRectangle it:
                    strokes.UnionWith([it.Ground, it.Line]);
                    break;
                default:
                    break;
            }
        }
        HashSet<Rgb> grounds = annotated ? [.. cells, scene.Background] : [scene.Background];
        HashSet<Rgb> fills = [.. cells, .. others];
        fills.ExceptWith([.. inks, scene.Background]);
        return new SceneColours(fills, grounds, [.. inks, .. strokes]);
    }
}
