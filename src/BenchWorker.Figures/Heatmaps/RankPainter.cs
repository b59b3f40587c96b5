namespace BenchWorker.Figures;

/// <summary>Paints the lines, names and axes of a rank history.</summary>
internal sealed class RankPainter(SceneBuilder scene, RankHistoryFigure figure, RankLines lines, SnapshotAxis snapshots, Rect field, double labelsPx, Theme theme)
{
    private const double LabelPx = 11, TickPx = 9, LeaderPx = 26, DotPx = 5, ReachPx = 16;

    /// <summary>
    /// The six hues of Okabe and Ito (2008) that are neither black nor yellow, as near to theirs as a contrast of 3 to the ground and 0.1 between any two (OKLab,
    /// with and without a colour-vision deficiency) allow; on white that darkens two. Further lines are grey, and every line is named at its end.
    /// </summary>
    private static readonly Rgb[] OnLight = [.. new[] { "24609e", "b65004", "1b8f6e", "de6aac", "2199ed", "ac8f18" }.Select(Rgb.Parse)];

    private static readonly Rgb[] OnDark = [.. new[] { "2165b1", "da6217", "1c9c70", "b878c3", "66c3f5", "e79f0f" }.Select(Rgb.Parse)];

    private readonly Rgb[] palette = theme.IsDark ? OnDark : OnLight;

    /// <summary>Lines with a colour of their own.</summary>
    public static int Coloured => OnLight.Length;

    /// <summary>The places that are drawn, each with room around its dot.</summary>
    public IReadOnlyList<CellMark> Marks() =>
    [
        .. from line in lines.Lines
           from t in Enumerable.Range(0, line.Ranks.Length)
           where double.IsFinite(line.Ranks[t])
           let at = new Point(X(t), Y(line.Ranks[t]))
           select new CellMark(new Rect(at.X - (ReachPx / 2), at.Y - (ReachPx / 2), ReachPx, ReachPx), line.Entity, t, $"place {PlaceText(line, t)}", [line.Name, figure.Snapshots[t]]),
    ];

    public void Paint()
    {
        Rows();
        Snapshots();
        for (int i = lines.Lines.Count - 1; i >= 0; i--)
            Line(i);
    }

    private double X(int snapshot) => field.Left + snapshots.Places[snapshot];

    private double Y(double rank) => RankHistoryComposer.RowOf(field, lines.RowOf(rank));

    private void Rows()
    {
        var style = new TextStyle(TickPx, theme.Muted, TextRole.ScaleTick);
        for (int row = 1; row <= lines.LowestRow; row++)
        {
            bool last = lines.Clips && row == lines.LowestRow;
            if (row == 1 || row % 5 == 0 || last)
                scene.TextAt(field.Left - 6, Y(row), (last ? "> " : "") + new NumberFormat(0).Write(last ? row - 1 : row), style, TextAnchor.End);
        }
    }

    private void Snapshots()
    {
        var style = new TextStyle(TickPx, theme.Muted, TextRole.ColumnLabel);
        foreach ((int snapshot, string text, double left) in snapshots.Labels)
        {
            string full = DisplayText.Of(figure.Snapshots[snapshot]);
            scene.TextAt(field.Left + left, field.Bottom + 12, text, style, TextAnchor.Start, string.Equals(text, full, StringComparison.Ordinal) ? null : full);
            scene.Line(X(snapshot), field.Bottom, X(snapshot), field.Bottom + 3, theme.Rule);
        }
    }

    private void Line(int place)
    {
        RankLine line = lines.Lines[place];
        Rgb colour = place < palette.Length ? palette[place] : theme.Muted;
        double width = place < palette.Length ? 2.5 : 1.5;
        (int? last, int known) = (null, 0);
        for (int t = 0; t < line.Ranks.Length; t++)
        {
            if (!double.IsFinite(line.Ranks[t]))
                continue;
            var at = new Point(X(t), Y(line.Ranks[t]));
            // A gap in the record is dashed over.
            if (last is { } before)
                scene.Line(X(before), Y(line.Ranks[before]), at.X, at.Y, colour, width, t - before > 1 ? 3 : null);
            scene.Fill(new Rect(at.X - (DotPx / 2), at.Y - (DotPx / 2), DotPx, DotPx), colour, Tooltip(line, t));
            (last, known) = (t, t);
        }
        Label(line, place, last is null ? null : new Point(X(known), Y(line.Ranks[known])), colour);
    }

    private void Label(RankLine line, int place, Point? end, Rgb colour)
    {
        double y = RankHistoryComposer.RowOf(field, place + 1);
        if (end is { } from)
            scene.Line(from.X + DotPx, from.Y, field.Right + LeaderPx - 4, y, colour, 1, line.Last is null ? 3 : null);
        string full = DisplayText.Of(line.Name);
        string shown = Elision.Middle(full, labelsPx, text => scene.Measure.Width(text, LabelPx));
        Rgb ink = line.Last is null ? theme.Muted : theme.Text;
        scene.TextAt(field.Right + LeaderPx, y, shown, new TextStyle(LabelPx, ink, TextRole.RowLabel), TextAnchor.Start, ReferenceEquals(shown, full) ? null : full);
    }

    private string? Tooltip(RankLine line, int snapshot) => !figure.Tooltips ? null
        : $"{Elision.Middle(DisplayText.Of(line.Name), 80, static text => text.Length)}, {Elision.Middle(DisplayText.Of(figure.Snapshots[snapshot]), 40, static text => text.Length)}: {PlaceText(line, snapshot)}";

    private static string PlaceText(RankLine line, int snapshot) => new NumberFormat(double.IsInteger(line.Ranks[snapshot]) ? 0 : 1).Write(line.Ranks[snapshot]);
}
