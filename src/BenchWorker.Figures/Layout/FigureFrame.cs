namespace BenchWorker.Figures;

/// <summary>What surrounds the content of every figure: title and subtitle above, notes below, an opaque canvas around.</summary>
internal sealed class FigureFrame
{
    public const double PadPx = 16;

    private const double TitleSizePx = 15, TitleLinePx = 20, SubtitleSizePx = 11, SubtitleLinePx = 15, NoteSizePx = 9, NoteLinePx = 13;

    /// <summary>A title makes a narrow figure at most this wide; longer ones wrap.</summary>
    private const double TitleMayWidenToPx = 520;

    private const double NarrowestPx = 240;

    private readonly Figure figure;
    private readonly IReadOnlyList<string> title;
    private readonly IReadOnlyList<string> subtitle;
    private readonly IReadOnlyList<IReadOnlyList<string>> notes;
    private readonly double notesPx;

    private FigureFrame(Figure figure, double widthPx, IReadOnlyList<string> extraNotes, TextMeasure measure)
    {
        this.figure = figure;
        WidthPx = widthPx;
        double room = widthPx - (2 * PadPx);
        title = Lines(figure.Title, TitleSizePx, FontWeight.Bold, 3, room, measure);
        subtitle = figure.Subtitle is { } text ? Lines(text, SubtitleSizePx, FontWeight.Regular, 3, room, measure) : [];
        notes = [.. figure.Notes.Concat(extraNotes).Select(note => Lines(note, NoteSizePx, FontWeight.Regular, 4, room, measure))];
        notesPx = notes.Sum(static note => note.Count) * NoteLinePx;
        TopPx = PadPx + (title.Count * TitleLinePx) + (subtitle.Count * SubtitleLinePx) + 10;
        BottomPx = PadPx + (notes.Count == 0 ? 0 : notesPx + 8);
    }

    public double WidthPx { get; }

    /// <summary>Where the content begins.</summary>
    public double TopPx { get; }

    /// <summary>Below the content.</summary>
    public double BottomPx { get; }

    /// <param name="contentPx">Width of the content; the canvas is as wide as it and a readable title need.</param>
    public static FigureFrame Around(Figure figure, double contentPx, IReadOnlyList<string> extraNotes, TextMeasure measure)
    {
        double titlePx = Math.Min(measure.Width(DisplayText.Of(figure.Title), TitleSizePx, FontWeight.Bold) + 1, TitleMayWidenToPx);
        double width = Math.Max(Math.Max(contentPx, Math.Min(titlePx, figure.WidthPx - (2 * PadPx))) + (2 * PadPx), NarrowestPx);
        return new FigureFrame(figure, Math.Ceiling(width), extraNotes, measure);
    }

    /// <summary>Demands that the canvas is not too large; called before anything is painted.</summary>
    public double HeightFor(double contentHeightPx, string remedy)
    {
        double height = Math.Ceiling(TopPx + contentHeightPx + BottomPx);
        CanvasLimits.Demand(WidthPx, height, remedy);
        return height;
    }

    public Scene Finish(SceneBuilder scene, double heightPx, string description, IReadOnlyList<LabelPromise> promises, Theme theme)
    {
        double y = PadPx;
        y = Paint(scene, title, figure.Title, y, TitleLinePx, new TextStyle(TitleSizePx, theme.Text, TextRole.Title, FontWeight.Bold));
        Paint(scene, subtitle, figure.Subtitle, y, SubtitleLinePx, new TextStyle(SubtitleSizePx, theme.Muted, TextRole.Subtitle));
        y = heightPx - PadPx - notesPx;
        foreach (IReadOnlyList<string> note in notes)
            y = Paint(scene, note, null, y, NoteLinePx, new TextStyle(NoteSizePx, theme.Muted, TextRole.Note));
        return new Scene
        {
            WidthPx = (int)WidthPx,
            HeightPx = (int)heightPx,
            Background = theme.Background,
            Title = DisplayText.Of(figure.Title),
            Description = description,
            Operations = scene.Operations,
            Promises = promises,
        };
    }

    private static double Paint(SceneBuilder scene, IReadOnlyList<string> lines, string? full, double top, double linePx, TextStyle style)
    {
        for (int i = 0; i < lines.Count; i++)
        {
            string? tooltip = i == lines.Count - 1 && lines[i].Contains(Elision.Mark, StringComparison.Ordinal) ? full : null;
            scene.Text(new Point(PadPx, top + (i * linePx) + Math.Round(linePx * 0.75)), lines[i], style, TextAnchor.Start, 0, tooltip, continues: i > 0);
        }
        return top + (lines.Count * linePx);
    }

    private static IReadOnlyList<string> Lines(string text, double sizePx, FontWeight weight, int most, double room, TextMeasure measure) =>
        LineBreaks.Force(DisplayText.Of(text), room, most, line => measure.Width(line, sizePx, weight));
}
