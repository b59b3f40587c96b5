namespace BenchWorker.Figures;

/// <summary>One step of a drawing. The list is closed: whoever paints a scene handles these cases and no others.</summary>
public abstract record DrawingOperation
{
    private DrawingOperation()
    {
    }

    /// <summary>A filled rectangle; heatmap cells are these, on whole pixels.</summary>
    /// <param name="Tooltip">Shown on hover by viewers that can (SVG); null for none.</param>
    public sealed record FillRectangle(Rect Area, Rgb Fill, string? Tooltip = null) : DrawingOperation;

    /// <summary>The outline of a rectangle, drawn inside its edges.</summary>
    public sealed record StrokeRectangle(Rect Area, Rgb Stroke, double WidthPx) : DrawingOperation;

    /// <summary>A rectangle with diagonal lines, the look of "no data".</summary>
    public sealed record HatchRectangle(Rect Area, Rgb Ground, Rgb Line, double SpacingPx, string? Tooltip = null) : DrawingOperation;

    /// <summary>A straight line with flat ends.</summary>
    /// <param name="DashPx">Length of dashes and of the gaps between them; null for a solid line.</param>
    public sealed record StrokeLine(Point From, Point To, Rgb Stroke, double WidthPx, double? DashPx = null) : DrawingOperation;

    /// <summary>An open line through two or more points, mitred.</summary>
    public sealed record StrokePolyline(IReadOnlyList<Point> Points, Rgb Stroke, double WidthPx) : DrawingOperation;

    /// <summary>A filled polygon of three or more points, nonzero winding.</summary>
    public sealed record FillPolygon(IReadOnlyList<Point> Points, Rgb Fill, string? Tooltip = null) : DrawingOperation;

    /// <summary>One line of text. <paramref name="At"/> lies on the baseline, at the start, middle or end of the run by <paramref name="Anchor"/>.</summary>
    /// <param name="AngleDegrees">Turn about <paramref name="At"/>, clockwise; -90 reads upwards.</param>
    /// <param name="WidthPx">Advance width as measured at layout.</param>
    /// <param name="Tooltip">The full text where <paramref name="Text"/> was elided; null otherwise.</param>
    /// <param name="Role">What the text is for; checks count by role.</param>
    public sealed record TextRun(
        string Text, Point At, double SizePx, FontWeight Weight, Rgb Ink, TextAnchor Anchor, double AngleDegrees, double WidthPx, TextRole Role,
        string? Tooltip = null) : DrawingOperation
    {
        /// <summary>Whether this is a further line of the label that the run before it began.</summary>
        public bool Continues { get; init; }
    }

    /// <summary>A colour bar: the colours in equal steps along the longer axis, first at the left or at the bottom.</summary>
    public sealed record GradientRamp(Rect Area, IReadOnlyList<Rgb> Colours, bool Vertical) : DrawingOperation;

    /// <summary>A block of equal cells too many to be rectangles of their own. <paramref name="Palette"/>[<paramref name="Indices"/>[row * Columns + column]] colours a cell.</summary>
    /// <param name="Indices">Row-major, row 0 on top; length Rows * Columns; every entry is below Palette.Count.</param>
    public sealed record ImageBlock(Rect Area, int Columns, int Rows, IReadOnlyList<Rgb> Palette, byte[] Indices) : DrawingOperation;
}

public enum FontWeight
{
    Regular,
    Bold,
}

public enum TextAnchor
{
    Start,
    Middle,
    End,
}

/// <summary>What a run of text is for.</summary>
public enum TextRole
{
    Title,
    Subtitle,
    PanelTitle,
    GroupTitle,
    AxisName,
    RowLabel,
    ColumnLabel,
    Cell,
    ScaleTick,
    ScaleTitle,
    SideAnnotation,
    Note,
}
