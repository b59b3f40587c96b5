namespace BenchWorker.Figures;

/// <summary>The colours that areas of a scene are filled with; not its background, nor the inks of its text and lines.</summary>
internal static class SceneColours
{
    public static HashSet<Rgb> Fills(Scene scene)
    {
        HashSet<Rgb> fills = [];
        HashSet<Rgb> inks = [scene.Background];
        foreach (DrawingOperation operation in scene.Operations)
        {
            switch (operation)
            {
                case DrawingOperation.FillRectangle it:
                    fills.Add(it.Fill);
                    break;
                case DrawingOperation.FillPolygon it:
                    fills.Add(it.Fill);
                    break;
                case DrawingOperation.GradientRamp it:
                    fills.UnionWith(it.Colours);
                    break;
                case DrawingOperation.ImageBlock it:
                    fills.UnionWith(it.Palette);
                    break;
                case DrawingOperation.TextRun it:
                    inks.Add(it.Ink);
                    break;
                default:
                    break;
            }
        }
        fills.ExceptWith(inks);
        return fills;
    }
}
