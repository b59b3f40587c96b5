using static System.FormattableString;

namespace BenchWorker.Figures;

/// <summary>Composes rank histories: one line an entity, one row a place, names at the newest end.</summary>
internal static class RankHistoryComposer
{
    private const double RowPx = 20, LabelPx = 11, TickPx = 9, LeaderPx = 26, TopPx = 8, DateStripPx = 22, WidestLabelPx = 260;

    public static Scene Compose(RankHistoryFigure figure, Theme theme, TextMeasure measure)
    {
        RankLines lines = RankLines.Of(figure);
        double labels = Math.Min(WidestLabelPx, measure.Widest(lines.Lines.Select(line => DisplayText.Of(line.Name)), LabelPx) + 1);
        double left = measure.Width("> 000", TickPx) + 8;
        double plot = Math.Max(120, figure.WidthPx - (2 * FigureFrame.PadPx) - left - labels - LeaderPx - 8);
        double rows = Math.Max(lines.LowestRow, lines.Lines.Count);
        double content = TopPx + (rows * RowPx) + DateStripPx;
        SnapshotAxis snapshots = SnapshotAxis.Of(figure, left, plot, LeaderPx, measure);
        FigureFrame frame = FigureFrame.Around(figure, left + plot + LeaderPx + labels + 8, [.. Notes(lines, snapshots)], measure);
        double height = frame.HeightFor(content, "Draw fewer entities.");
        var scene = new SceneBuilder(measure);
        var field = new Rect(FigureFrame.PadPx + left, frame.TopPx + TopPx, plot, rows * RowPx);
        var painter = new RankPainter(scene, figure, lines, snapshots, field, labels, theme);
        painter.Paint();
        return frame.Finish(scene, height, Describe(figure, lines), [new LabelPromise(TextRole.RowLabel, lines.Lines.Count), new LabelPromise(TextRole.ColumnLabel, figure.Snapshots.Count, snapshots.Note)], theme) with { Marks = painter.Marks() };
    }

    public static double RowOf(Rect field, double rank) => field.Top + ((rank - 0.5) * RowPx);

    private static IEnumerable<string> Notes(RankLines lines, SnapshotAxis snapshots)
    {
        if (snapshots.Note is { } thinned)
            yield return thinned;
        if (lines.Hidden > 0)
            yield return Invariant($"{lines.Lines.Count} of {lines.Lines.Count + lines.Hidden} are drawn, the best at the newest snapshot.");
        if (lines.Lines.Count > RankPainter.Coloured)
            yield return Invariant($"In colour: the first {RankPainter.Coloured}.");
        if (lines.Clips)
            yield return Invariant($"Places beyond {lines.LowestRow - 1} stand in the last row.");
    }

    private static string Describe(RankHistoryFigure figure, RankLines lines)
    {
        string construction = Invariant($"Places of {lines.Lines.Count} entities over {figure.Snapshots.Count} snapshots.");
        return lines.Lines.FirstOrDefault(static line => line.Last is not null) is { Last: { } last } first
            ? Invariant($"{construction} First at the newest one: {DisplayText.Of(first.Name)}, place {last:0.#}.")
            : construction + " No entity has a place at the newest one.";
    }
}
