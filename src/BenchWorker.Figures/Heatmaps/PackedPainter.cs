namespace BenchWorker.Figures;

/// <summary>Paints the panels of a packed figure.</summary>
internal sealed class PackedPainter(SceneBuilder scene, PackedFigure figure, PackedCells cells, PackedGrid grid, NoDataLook noData, Theme theme)
{
    public const double TitleSizePx = 12;

    private const double MeanSizePx = 9, TitleGapPx = 12;

    private static readonly double[] SmallerTitlesPx = [TitleSizePx, 11, 10];

    /// <summary>All titles are written in one size, smaller rather than shortened.</summary>
    private readonly double titlePx = SmallerTitlesPx.FirstOrDefault(
        size => figure.Panels.All(panel => scene.Measure.Width(DisplayText.Of(panel.Title), size, FontWeight.Bold) <= grid.PanelWidthPx), SmallerTitlesPx[^1]);

    /// <summary>Means stand beside all names or beside none.</summary>
    private readonly bool namesMeans = Enumerable.Range(0, figure.Panels.Count).All(p => TitleWidth(figure, cells, p, scene.Measure) <= grid.PanelWidthPx);

    public void Paint(Point origin)
    {
        for (int p = 0; p < figure.Panels.Count; p++)
        {
            Point corner = CornerOf(p, origin);
            Title(p, corner.X, corner.Y);
            for (int code = 0; code < cells.Codes.Count; code++)
            {
                double x = PlaceOf(code % grid.CellColumns, corner), y = LineOf(code / grid.CellColumns, corner);
                Cell(p, code, new Rect(x, y, grid.CellWidthPx, grid.CellHeightPx));
            }
        }
    }

    /// <summary>The cells as painted, one grid a panel; the last line of a panel may end in cells left out.</summary>
    public IReadOnlyList<CellGrid> Grids(Point origin) => [.. figure.Panels.Select((panel, p) =>
    {
        Point corner = CornerOf(p, origin);
        int first = p * cells.Codes.Count, left = (grid.CellColumns * grid.CellRows) - cells.Codes.Count;
        int[] own = [.. Enumerable.Range(first, cells.Codes.Count)];
        return new CellGrid(
            panel.Title,
            new GridAxis([], [.. Enumerable.Range(0, grid.CellRows).Select(line => LineOf(line, corner))], grid.CellHeightPx),
            new GridAxis([], [.. Enumerable.Range(0, grid.CellColumns).Select(place => PlaceOf(place, corner))], grid.CellWidthPx),
            [], [],
            [.. own.Select(TextOf), .. Enumerable.Repeat<string?>(null, left)],
            [.. own.Select(GroundOf), .. Enumerable.Repeat(theme.Background, left)])
        {
            Codes = cells.Names,
        };
    })];

    private Point CornerOf(int p, Point origin) => new(
        origin.X + (p % grid.PanelColumns * (grid.PanelWidthPx + PackedGrid.GutterPx)),
        origin.Y + (p / grid.PanelColumns * (grid.PanelHeightPx + PackedGrid.TitlePx + PackedGrid.GutterPx)));

    private double PlaceOf(int place, Point corner) => corner.X + (place * (grid.CellWidthPx + PackedGrid.GapPx));

    private double LineOf(int line, Point corner) => corner.Y + PackedGrid.TitlePx + (line * (grid.CellHeightPx + PackedGrid.GapPx));

    private string TextOf(int cell) => double.IsNaN(cells.Values[cell]) ? figure.NoDataLabel : cells.Format.Write(cells.Values[cell]);

    private Rgb GroundOf(int cell) => double.IsNaN(cells.Values[cell]) ? noData.Ground : cells.ColourOf(cell);

    /// <summary>Of a panel's name and, behind it, the mean of its scores.</summary>
    public static double TitleWidth(PackedFigure figure, PackedCells cells, int p, TextMeasure measure) =>
        measure.Width(DisplayText.Of(figure.Panels[p].Title), TitleSizePx, FontWeight.Bold) + TitleGapPx + measure.Width(MeanOf(cells, p), MeanSizePx);

    private static string MeanOf(PackedCells cells, int p)
    {
        double[] present = [.. cells.Values.AsSpan(p * cells.Codes.Count, cells.Codes.Count).ToArray().Where(double.IsFinite)];
        return present.Length == 0 ? "" : $"mean {cells.Format.Write(RowMean.Of(present))}, n {new NumberFormat(0).Write(present.Length)}";
    }

    private void Title(int p, double left, double top)
    {
        string mean = MeanOf(cells, p);
        string full = DisplayText.Of(figure.Panels[p].Title);
        var style = new TextStyle(titlePx, theme.Text, TextRole.PanelTitle, FontWeight.Bold);
        string shown = Elision.Middle(full, Math.Max(grid.PanelWidthPx, 40), text => scene.Measure.Width(text, titlePx, FontWeight.Bold));
        scene.TextAt(left, top + 9, shown, style, TextAnchor.Start, ReferenceEquals(shown, full) ? null : full);
        if (namesMeans && mean.Length > 0)
            scene.TextAt(left + grid.PanelWidthPx, top + 10, mean, new TextStyle(MeanSizePx, theme.Muted, TextRole.SideAnnotation), TextAnchor.End);
    }

    private void Cell(int p, int code, Rect area)
    {
        int cell = (p * cells.Codes.Count) + code;
        bool has = !double.IsNaN(cells.Values[cell]);
        string value = TextOf(cell);
        string? tooltip = figure.Tooltips ? $"{DisplayText.Of(figure.Panels[p].Title)}, {cells.Codes[code]}: {value}" : null;
        Rgb ground = GroundOf(cell);
        scene.Fill(area, ground, tooltip);
        var style = new TextStyle(Math.Round(grid.TextSizePx * PackedGrid.CodeShare, 1), Ink.On(ground), TextRole.Cell);
        scene.TextAt(area.CentreX, area.Top + (0.32 * area.Height), cells.Codes[code], style, TextAnchor.Middle);
        scene.TextAt(area.CentreX, area.Top + (0.7 * area.Height), has ? value : "–", style with { SizePx = grid.TextSizePx }, TextAnchor.Middle, continues: true);
    }
}
