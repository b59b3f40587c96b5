using static System.FormattableString;

namespace BenchWorker.Figures;

/// <summary>Composes packed figures.</summary>
internal static class PackedComposer
{
    private const double BarGapPx = 20;

    public static Scene Compose(PackedFigure figure, Theme theme, TextMeasure measure)
    {
        PackedCells cells = PackedCells.Of(figure, measure);
        var key = new ScaleKey(figure.Scale.Title ?? "", cells.Format, cells.Missing > 0 ? figure.NoDataLabel : null, cells.Ticks, figure.Better);
        ColourBar bar = ColourBar.Of(cells.Scale, key, vertical: true, 200, measure);
        double room = figure.WidthPx - (2 * FigureFrame.PadPx) - BarGapPx - bar.WidthPx;
        PackedGrid grid = Choose(figure, cells, room, measure);
        Extent size = grid.Size(figure.Panels.Count);
        bar = ColourBar.Of(cells.Scale, key, vertical: true, size.Height - PackedGrid.TitlePx, measure);
        string[] notes = [.. Notes(figure, cells)];
        FigureFrame frame = FigureFrame.Around(figure, size.Width + BarGapPx + bar.WidthPx, notes, measure);
        double content = Math.Max(size.Height, PackedGrid.TitlePx + bar.HeightPx);
        double height = frame.HeightFor(content, "Show fewer cells or panels, or let max_width grow.");
        var scene = new SceneBuilder(measure);
        NoDataLook noData = NoDataLook.Choose(cells.UsedColours(), cellPx: 0, theme);
        var origin = new Point(FigureFrame.PadPx, frame.TopPx);
        var painter = new PackedPainter(scene, figure, cells, grid, noData, theme);
        painter.Paint(origin);
        // At the lower right, as legends of packed figures stand.
        bar.Paint(scene, FigureFrame.PadPx + size.Width + BarGapPx, frame.TopPx + content - bar.HeightPx, noData, theme);
        Scene finished = frame.Finish(scene, height, Describe(figure, cells), [new LabelPromise(TextRole.Cell, cells.Drawn * figure.Panels.Count)], theme);
        return finished with { Grids = painter.Grids(origin) };
    }

    private static PackedGrid Choose(PackedFigure figure, PackedCells cells, double room, TextMeasure measure)
    {
        double Widest(double size) => Math.Max(measure.Widest(cells.Codes, size * PackedGrid.CodeShare), measure.Widest(cells.Texts, size));
        int[] candidates = figure.PanelColumns is { } given ? [Math.Clamp(given, 1, figure.Panels.Count)] : PanelGrid.Candidates(figure.Panels.Count);
        double title = Enumerable.Range(0, figure.Panels.Count).Max(p => PackedPainter.TitleWidth(figure, cells, p, measure));
        return candidates.Select(columns => PackedGrid.Solve(figure.Panels.Count, cells.Codes.Count, columns, room, title, Widest))
            .MinBy(grid => Misfit(grid.Size(figure.Panels.Count), room) - (0.15 * grid.TextSizePx))!;
    }

    private static double Misfit(Extent size, double room) =>
        Math.Abs(Math.Log(size.Width / size.Height / 1.2)) + (size.Width > room ? 1 : 0);

    private static IEnumerable<string> Notes(PackedFigure figure, PackedCells cells)
    {
        if (StandardizationNote.Of(figure.Scale.Standardize, cells.Reach, "of the same code") is { } note)
            yield return note;
        if (cells.IsZ && cells.WithoutSpread > 0)
            yield return Invariant($"{cells.WithoutSpread} {(cells.WithoutSpread == 1 ? "code has" : "codes have")} the same value everywhere and {(cells.WithoutSpread == 1 ? "stands" : "stand")} at μ.");
    }

    private static string Describe(PackedFigure figure, PackedCells cells)
    {
        string construction = Invariant($"Packed heatmap of {figure.Panels.Count} panel{(figure.Panels.Count == 1 ? "" : "s")} with {cells.Codes.Count} cells each.");
        if (cells.Extremes() is not { } extremes)
            return construction + " No cell has data.";
        string missing = cells.Missing == 0 ? "" : Invariant($" {cells.Missing} of {cells.Codes.Count * figure.Panels.Count} cells have no data.");
        return $"{construction} Values run from {extremes.Low} to {extremes.High}.{missing}";
    }
}
