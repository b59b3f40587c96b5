namespace BenchWorker.Figures;

/// <summary>Where everything of a matrix figure stands, relative to the content's upper left corner.</summary>
internal sealed record MatrixPlan
{
    private const double SideHeaderPx = 15, ClearOfHeadersPx = 20;

    public required MatrixRequest Request { get; init; }

    public required MatrixMetrics Metrics { get; init; }

    /// <summary>By panel.</summary>
    public required IReadOnlyList<PanelPlace> Places { get; init; }

    /// <summary>One, or one for each panel where scales are independent.</summary>
    public required IReadOnlyList<PlacedBar> Bars { get; init; }

    public required Extent Size { get; init; }

    /// <summary>Headers of the summaries stand above the body unless slanted labels lean over them.</summary>
    public bool SideHeadersOnTop => !LeansOverHeaders(Request, Metrics);

    /// <summary>The last label rises from the middle of its column; over a narrow one it is beside the body before it is above the headers.</summary>
    private static bool LeansOverHeaders(MatrixRequest request, MatrixMetrics metrics) =>
        request.LabelsOnTop && metrics.ColumnLabels.Turn is LabelTurn.Slanted && metrics.PitchX < ClearOfHeadersPx;

    public static MatrixPlan Of(MatrixRequest request, MatrixMetrics metrics)
    {
        BandAxis[] rows = [.. request.Panels.Select(metrics.RowAxisOf)];
        BandAxis[] columns = [.. request.Panels.Select(metrics.ColumnAxisOf)];
        double bodyWidth = columns.Max(static axis => axis.LengthPx), bodyHeight = rows.Max(static axis => axis.LengthPx);
        var frame = PanelMargins.Of(request, metrics);
        ColourBar[] bars = ColourBar.Alike(request.Scales, request.Key, metrics.VerticalBar, metrics.VerticalBar ? bodyHeight : Math.Max(bodyWidth, 80), request.Measure);
        double flatPx = metrics.VerticalBar ? 0 : bars.Max(static bar => bar.HeightPx) + 4;
        bool ownBars = !request.Figure.SharedScale;
        double top = ownBars ? 0 : flatPx;
        var places = new PanelPlace[request.Panels.Count];
        double gutter = MatrixMetrics.GutterOf(request);
        double height = bodyHeight;
        if (ownBars && metrics.VerticalBar)
            height = Math.Max(height, bars.Max(static bar => bar.HeightPx) - frame.Below);
        if (ownBars && !metrics.VerticalBar)
            frame = frame with { Right = Math.Max(frame.Right, bars.Max(static bar => bar.WidthPx) - bodyWidth) };
        double widthOfFirst = frame.Left + bodyWidth + frame.Right;
        double leftOfOthers = request.SharesRows ? Math.Max(0, metrics.LeftOverhang(request) - gutter) : frame.Left;
        double widthOfOthers = leftOfOthers + bodyWidth + frame.Right;
        double blockHeight = frame.Above + (ownBars ? flatPx : 0) + height + frame.Below;
        for (int p = 0; p < places.Length; p++)
        {
            (int gridRow, int gridColumn) = (p / metrics.GridColumns, p % metrics.GridColumns);
            double left = gridColumn == 0 ? 0 : widthOfFirst + gutter + ((gridColumn - 1) * (widthOfOthers + gutter));
            double blockTop = top + (gridRow * (blockHeight + gutter));
            bool named = gridColumn == 0 || !request.SharesRows;
            var body = new Rect(left + (gridColumn == 0 ? frame.Left : leftOfOthers), blockTop + (ownBars ? flatPx : 0) + frame.Above, columns[p].LengthPx, rows[p].LengthPx);
            places[p] = new PanelPlace(body, blockTop, rows[p], columns[p], named);
        }
        int gridColumns = Math.Min(metrics.GridColumns, places.Length);
        int gridRows = (places.Length + metrics.GridColumns - 1) / metrics.GridColumns;
        double width = widthOfFirst + ((gridColumns - 1) * (widthOfOthers + gutter));
        double contentHeight = top + (gridRows * blockHeight) + ((gridRows - 1) * gutter);
        return Placed(request, metrics, places, bars, new Extent(width, contentHeight), bodyWidth);
    }

    private static MatrixPlan Placed(MatrixRequest request, MatrixMetrics metrics, PanelPlace[] places, ColourBar[] bars, Extent size, double bodyWidth)
    {
        var placed = new PlacedBar[bars.Length];
        double beside = MatrixMetrics.TreeWidth(request) + request.Sides.WidthPx + 14;
        for (int b = 0; b < bars.Length; b++)
        {
            ColourBar bar = bars[b];
            Point at;
            if (request.Figure.SharedScale)
            {
                at = metrics.VerticalBar ? new Point(size.Width + 14, places[0].Body.Top) : new Point(Math.Max(0, size.Width - bar.WidthPx), 0);
                size = metrics.VerticalBar
                    ? new Extent(at.X + bar.WidthPx, Math.Max(size.Height, at.Y + bar.HeightPx))
                    : size with { Width = Math.Max(size.Width, bar.WidthPx) };
            }
            else
            {
                at = metrics.VerticalBar ? new Point(places[b].Body.Left + bodyWidth + beside, places[b].Body.Top) : new Point(places[b].Body.Left, places[b].BlockTop);
                size = size with { Width = Math.Max(size.Width, at.X + bar.WidthPx) };
            }
            placed[b] = new PlacedBar(bar, at);
        }
        return new MatrixPlan { Request = request, Metrics = metrics, Places = places, Bars = placed, Size = size };
    }

    /// <summary>What stands around every body.</summary>
    private readonly record struct PanelMargins(double Left, double Above, double Right, double Below)
    {
        public static PanelMargins Of(MatrixRequest request, MatrixMetrics metrics)
        {
            double title = request.Panels.Any(static panel => panel.Source.Title is not null) ? MatrixMetrics.PanelTitlePx : 0;
            double name = request.Figure.ColumnAxis is null ? 0 : MatrixMetrics.AxisNamePx;
            double tree = request.Panels.Any(static panel => panel.ColumnTree is not null) ? MatrixMetrics.TreePx : 0;
            double groups = request.Panels.Any(static panel => panel.Source.ColumnGroups.Any(static group => group.Title is not null)) ? MatrixMetrics.GroupTitlePx : 0;
            double labels = metrics.ColumnLabels.HeightPx;
            bool onTop = request.LabelsOnTop;
            double headers = request.Sides.Columns.Count > 0 ? SideHeaderPx : 0;
            bool headersBelow = LeansOverHeaders(request, metrics);
            double above = title + groups + (onTop ? name + Math.Max(labels, headersBelow ? 0 : headers) : Math.Max(tree, headers));
            double below = onTop ? Math.Max(tree, headersBelow ? headers : 0) : labels + name;
            return new PanelMargins(Math.Max(metrics.LeftPx(request), metrics.LeftOverhang(request)), above, metrics.RightPx(request), below);
        }
    }
}

/// <param name="Body">Of the cells.</param>
/// <param name="BlockTop">Upper edge of everything that belongs to the panel.</param>
/// <param name="NamesRows">Whether row labels stand at its left.</param>
internal sealed record PanelPlace(Rect Body, double BlockTop, BandAxis Rows, BandAxis Columns, bool NamesRows);

internal sealed record PlacedBar(ColourBar Bar, Point At);
