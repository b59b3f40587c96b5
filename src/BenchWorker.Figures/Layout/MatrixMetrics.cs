namespace BenchWorker.Figures;

/// <summary>Sizes that all panels of a matrix figure share, solved for one width of the canvas.</summary>
/// <remarks>Texts are measured first; nothing here depends on where things will stand.</remarks>
internal sealed record MatrixMetrics
{
    public const double AxisNameSizePx = 11, AxisNamePx = 18, PanelTitleSizePx = 12, PanelTitlePx = 20, GroupTitleSizePx = 10, GroupTitlePx = 17;

    /// <summary>Between the body and the tree beside it, tree included.</summary>
    public const double TreePx = 44;

    private const double GutterPx = 16, GutterWithBarPx = 28, BarGapPx = 14;

    /// <summary>Below this height of all bodies together a colour bar lies flat above them.</summary>
    private const double FlatBarBelowPx = 100;

    public required int GridColumns { get; init; }

    public required double PitchX { get; init; }

    public required double PitchY { get; init; }

    public required RowLabelPlan RowLabels { get; init; }

    public required ColumnLabelPlan ColumnLabels { get; init; }

    /// <summary>Null where cells show no text.</summary>
    public double? CellTextSizePx { get; init; }

    public required bool VerticalBar { get; init; }

    /// <summary>Whether axes carry positions instead of names.</summary>
    public bool NumbersRows { get; init; }

    public bool NumbersColumns { get; init; }

    /// <summary>Between cells; none where cells are so small that it would hide their colours.</summary>
    public static double GapFor(double pitch) => pitch >= 10 ? 1 : pitch >= 6 ? 0.5 : 0;

    public static double GroupGapFor(double pitch) => pitch >= 8 ? 4 : 2;

    public BandAxis RowAxisOf(ArrangedPanel panel) =>
        new(panel.Rows.Count, PitchY, GapFor(PitchY), panel.Source.RowGroups, GroupGapFor(PitchY), GroupTitlePx);

    public BandAxis ColumnAxisOf(ArrangedPanel panel) =>
        new(panel.Columns.Count, PitchX, GapFor(PitchX), panel.Source.ColumnGroups, GroupGapFor(PitchX));

    /// <summary>Left of a body: axis name, labels, offset.</summary>
    public double LeftPx(MatrixRequest request) =>
        (request.Figure.RowAxis is null ? 0 : AxisNamePx) + RowLabels.WidthPx + (request.MostRows == 0 ? 0 : RowLabelPlan.OffsetPx);

    /// <summary>Right of a body: tree, summaries, the panel's own bar, and what slanted labels overhang.</summary>
    public double RightPx(MatrixRequest request)
    {
        double beside = TreeWidth(request) + request.Sides.WidthPx + (request.Figure.SharedScale ? 0 : BarWidthOf(request, VerticalBar));
        double overhang = request.LabelsOnTop ? Overhang(request) : 0;
        return Math.Max(beside, overhang);
    }

    public static double GutterOf(MatrixRequest request) => request.Figure.SharedScale ? GutterPx : GutterWithBarPx;

    public static double TreeWidth(MatrixRequest request) => request.Panels.Any(static panel => panel.RowTree is not null) ? TreePx : 0;

    /// <summary>Of the bar and the gap before it; 0 where it lies flat.</summary>
    public static double BarWidthOf(MatrixRequest request, bool vertical) =>
        vertical ? BarGapPx + ColourBar.Alike(request.Scales, request.Key, vertical: true, 200, request.Measure).Max(static bar => bar.WidthPx) : 0;

    public static bool LiesFlat(double bodiesPx) => bodiesPx < FlatBarBelowPx;

    /// <summary>How far slanted labels below a body reach to the left of it.</summary>
    public double LeftOverhang(MatrixRequest request) =>
        request.LabelsOnTop ? 0 : Farthest(request, static (column, _, pitch) => (column * pitch) + (pitch / 2));

    /// <summary>How far slanted labels above a body reach to the right of it.</summary>
    private double Overhang(MatrixRequest request) =>
        Farthest(request, static (column, count, pitch) => ((count - column) * pitch) - (pitch / 2));

    private double Farthest(MatrixRequest request, Func<int, int, double, double> fromEdge)
    {
        if (ColumnLabels.Turn is not LabelTurn.Slanted)
            return 0;
        double farthest = 0;
        foreach (ArrangedPanel panel in request.Panels)
        {
            for (int column = 0; column < panel.Columns.Count; column++)
            {
                double text = Math.Min(request.Measure.Width(panel.Columns[column], ColumnLabels.SizePx), ColumnLabels.WidthPx);
                farthest = Math.Max(farthest, ColumnLabels.Overhang(text) - fromEdge(column, panel.Columns.Count, PitchX) + 2);
            }
        }
        return Math.Ceiling(farthest);
    }
}
