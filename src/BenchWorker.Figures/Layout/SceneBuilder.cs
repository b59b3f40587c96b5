namespace BenchWorker.Figures;

/// <summary>Collects the operations of a scene in painting order.</summary>
internal sealed class SceneBuilder(TextMeasure measure)
{
    private readonly List<DrawingOperation> operations = [];

    public TextMeasure Measure => measure;

    public IReadOnlyList<DrawingOperation> Operations => operations;

    public void Add(DrawingOperation operation) => operations.Add(operation);

    public void Fill(Rect area, Rgb fill, string? tooltip = null) => operations.Add(new DrawingOperation.FillRectangle(area, fill, tooltip));

    public void Line(double x1, double y1, double x2, double y2, Rgb stroke, double widthPx = 1, double? dashPx = null) =>
        operations.Add(new DrawingOperation.StrokeLine(new Point(x1, y1), new Point(x2, y2), stroke, widthPx, dashPx));

    /// <summary>Text whose capitals stand centred on a height.</summary>
    public void TextAt(double x, double middleY, string text, TextStyle style, TextAnchor anchor, string? tooltip = null, bool continues = false)
    {
        double baseline = Math.Round(middleY + measure.BaselineDrop(style.SizePx, style.Weight), MidpointRounding.AwayFromZero);
        Text(new Point(x, baseline), text, style, anchor, 0, tooltip, continues);
    }

    /// <summary>Text by its baseline, turned about the given point; nothing for an empty text.</summary>
    public void Text(Point at, string text, TextStyle style, TextAnchor anchor, double angle = 0, string? tooltip = null, bool continues = false)
    {
        double width = measure.Width(text, style.SizePx, style.Weight);
        operations.Add(new DrawingOperation.TextRun(text, at, style.SizePx, style.Weight, style.Ink, anchor, angle, width, style.Role, tooltip) { Continues = continues });
    }

    /// <summary>The look of a cell without data.</summary>
    public void NoData(Rect area, NoDataLook look, string? tooltip = null) =>
        operations.Add(look.Line is { } line
            ? new DrawingOperation.HatchRectangle(area, look.Ground, line, HatchSpacingPx, tooltip)
            : new DrawingOperation.FillRectangle(area, look.Ground, tooltip));

    private const double HatchSpacingPx = 5;
}

/// <summary>How a run of text looks and what it is for.</summary>
internal readonly record struct TextStyle(double SizePx, Rgb Ink, TextRole Role, FontWeight Weight = FontWeight.Regular);
