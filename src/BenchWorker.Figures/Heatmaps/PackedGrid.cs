namespace BenchWorker.Figures;

/// <summary>Sizes of a packed figure: cells large enough for code and score, as many in a line as the page allows.</summary>
internal sealed record PackedGrid(int PanelColumns, int CellColumns, int CellRows, double CellWidthPx, double CellHeightPx, double TextSizePx)
{
    public const double GapPx = 1, GutterPx = 24, TitlePx = 20;

    /// <summary>A code is written smaller than its score.</summary>
    public const double CodeShare = 0.85;

    private const double WidestCellPx = 64, LeastWidthPx = 24, LeastHeightPx = 22;

    /// <summary>Width over height that panels come near.</summary>
    private const double PleasantAspect = 1.6;

    private static readonly double[] Sizes = [12, 11, 10, 9, 8];

    public double PanelWidthPx => (CellColumns * (CellWidthPx + GapPx)) - GapPx;

    public double PanelHeightPx => (CellRows * (CellHeightPx + GapPx)) - GapPx;

    public Extent Size(int panels)
    {
        int rows = (panels + PanelColumns - 1) / PanelColumns;
        return new Extent((PanelColumns * (PanelWidthPx + GutterPx)) - GutterPx, (rows * (PanelHeightPx + TitlePx + GutterPx)) - GutterPx);
    }

    /// <param name="titlePx">Of the widest title; few cells are widened so that it need not be shortened.</param>
    /// <param name="widest">Width of the widest text of a cell at a size.</param>
    /// <param name="roomPx">For the panels beside each other.</param>
    public static PackedGrid Solve(int panels, int cells, int panelColumns, double roomPx, double titlePx, Func<double, double> widest)
    {
        PackedGrid? solved = null;
        foreach (double size in Sizes)
        {
            double width = Math.Max(LeastWidthPx, Math.Ceiling(widest(size)) + 8), height = Math.Max(LeastHeightPx, Math.Ceiling(2.3 * size) + 5);
            double room = (roomPx - ((panelColumns - 1) * GutterPx)) / panelColumns;
            int most = Math.Max(1, (int)((room + GapPx) / (width + GapPx)));
            int columns = Math.Clamp((int)Math.Round(Math.Sqrt(cells * PleasantAspect * height / width)), 1, Math.Max(1, Math.Min(most, cells)));
            double wider = Math.Clamp(Math.Floor((room + GapPx) / columns) - GapPx, width, Math.Max(width, Math.Max(WidestCellPx, Math.Ceiling((titlePx + GapPx) / columns))));
            int rows = Math.Max(1, (cells + columns - 1) / columns);
            solved = new PackedGrid(panelColumns, columns, rows, wider, height, size);
            if (most > 1 && solved.Size(panels) is var all && all.Height <= 1.5 * roomPx && all.Width <= roomPx)
                return solved;
        }
        return solved!;
    }
}
