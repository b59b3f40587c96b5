namespace BenchWorker.Figures;

/// <summary>Paints what stands around the bodies of matrix panels: labels, names, group titles, trees and summaries.</summary>
internal sealed class AxisPainter(SceneBuilder scene, MatrixPlan plan, Theme theme)
{
    private const double TickPx = 3;

    /// <summary>An axis shorter than this has no room for a name.</summary>
    private const double LeastNamedPx = 16;

    private readonly MatrixRequest request = plan.Request;
    private readonly MatrixMetrics metrics = plan.Metrics;

    public void Paint(Point origin)
    {
        for (int p = 0; p < plan.Places.Count; p++)
        {
            PanelPlace place = plan.Places[p];
            Rect body = place.Body with { Left = origin.X + place.Body.Left, Top = origin.Y + place.Body.Top };
            ArrangedPanel panel = request.Panels[p];
            if (panel.Source.Title is { } title)
                Title(body, place, origin, title);
            if (place.NamesRows)
                RowLabels(panel, place, body);
            ColumnLabels(panel, place, body);
            RowGroupTitles(place, body);
            ColumnGroupTitles(place, body);
            Names(place, body);
            TreePainter.Paint(scene, panel, place, body, request.LabelsOnTop, theme);
            request.Sides.Place(body.Right + MatrixMetrics.TreeWidth(request), (column, left) => Side(column, left, p, place, body));
        }
    }

    private void Title(Rect body, PanelPlace place, Point origin, string title)
    {
        double blockTop = origin.Y + place.BlockTop + (request.Figure.SharedScale || metrics.VerticalBar ? 0 : body.Top - origin.Y - place.BlockTop - TitleDrop());
        string shown = DisplayText.Of(title);
        double room = body.Width + metrics.RightPx(request);
        var style = new TextStyle(MatrixMetrics.PanelTitleSizePx, theme.Text, TextRole.PanelTitle, FontWeight.Bold);
        string elided = Elision.Middle(shown, room, text => scene.Measure.Width(text, style.SizePx, style.Weight));
        if (scene.Measure.Width(elided, style.SizePx, style.Weight) <= room)
            scene.TextAt(body.Left, blockTop + 8, elided, style, TextAnchor.Start, ReferenceEquals(elided, shown) ? null : shown);
    }

    /// <summary>From the panel's title to its body where a bar of its own lies flat above both.</summary>
    private double TitleDrop() =>
        plan.Places[0].Body.Top - plan.Places[0].BlockTop - plan.Bars.Max(static bar => bar.Bar.HeightPx) - 4;

    private void RowLabels(ArrangedPanel panel, PanelPlace place, Rect body)
    {
        double right = body.Left - RowLabelPlan.OffsetPx;
        var style = new TextStyle(metrics.RowLabels.SizePx, theme.Text, TextRole.RowLabel);
        if (metrics.NumbersRows)
        {
            foreach ((int band, int number) in AxisNumbers.Of(place.Rows, request.Block.Rows, 24))
            {
                double y = body.Top + place.Rows.Centre(band);
                scene.Line(body.Left - TickPx, y, body.Left, y, theme.Rule);
                scene.TextAt(right, y, new NumberFormat(0).Write(number), style with { SizePx = ColumnLabelPlan.SmallestPx }, TextAnchor.End);
            }
            return;
        }
        IReadOnlyList<IReadOnlyList<string>> shown = metrics.RowLabels.Shown(panel.Rows, scene.Measure);
        for (int row = 0; row < panel.Rows.Count; row += metrics.RowLabels.Stride)
        {
            double y = body.Top + place.Rows.Centre(row);
            if (metrics.RowLabels.Thins)
                scene.Line(body.Left - TickPx, y, body.Left, y, theme.Rule);
            double first = y - ((shown[row].Count - 1) * metrics.RowLabels.LinePx / 2);
            for (int line = 0; line < shown[row].Count; line++)
                Label(right, first + (line * metrics.RowLabels.LinePx), shown[row], line, panel.Rows[row], style, TextAnchor.End);
        }
    }

    private void Label(double x, double middleY, IReadOnlyList<string> lines, int line, string full, TextStyle style, TextAnchor anchor)
    {
        double baseline = Math.Round(middleY + scene.Measure.BaselineDrop(style.SizePx), MidpointRounding.AwayFromZero);
        scene.Text(new Point(x, baseline), lines[line], style, anchor, 0, Tooltip(lines, full), continues: line > 0);
    }

    private static string? Tooltip(IReadOnlyList<string> lines, string full) =>
        lines.Count == 1 && !string.Equals(lines[0], full, StringComparison.Ordinal) ? full : null;

    private void ColumnLabels(ArrangedPanel panel, PanelPlace place, Rect body)
    {
        ColumnLabelPlan labels = metrics.ColumnLabels;
        bool onTop = request.LabelsOnTop;
        double edge = onTop ? body.Top - ColumnLabelPlan.OffsetPx : body.Bottom + ColumnLabelPlan.OffsetPx;
        var style = new TextStyle(labels.SizePx, theme.Text, TextRole.ColumnLabel);
        if (metrics.NumbersColumns)
        {
            double apart = 14 + scene.Measure.Width(new NumberFormat(0).Write(panel.Columns.Count * (double)request.Block.Columns), labels.SizePx);
            foreach ((int band, int number) in AxisNumbers.Of(place.Columns, request.Block.Columns, apart))
            {
                double x = body.Left + place.Columns.Centre(band);
                scene.Line(x, onTop ? body.Top - TickPx : body.Bottom, x, onTop ? body.Top : body.Bottom + TickPx, theme.Rule);
                scene.TextAt(x, onTop ? edge - 5 : edge + 5, new NumberFormat(0).Write(number), style, TextAnchor.Middle);
            }
            return;
        }
        IReadOnlyList<IReadOnlyList<string>> shown = labels.Shown(panel.Columns, scene.Measure);
        for (int column = 0; column < panel.Columns.Count; column += labels.Stride)
        {
            double x = body.Left + place.Columns.Centre(column);
            if (labels.Thins)
                scene.Line(x, onTop ? body.Top - TickPx : body.Bottom, x, onTop ? body.Top : body.Bottom + TickPx, theme.Rule);
            ColumnLabel(x, edge, shown[column], panel.Columns[column], style, onTop);
        }
    }

    private void ColumnLabel(double x, double edge, IReadOnlyList<string> lines, string full, TextStyle style, bool onTop)
    {
        ColumnLabelPlan labels = metrics.ColumnLabels;
        double drop = scene.Measure.BaselineDrop(style.SizePx);
        switch (labels.Turn)
        {
            case LabelTurn.Level:
                double first = onTop ? edge - (style.SizePx / 2) - ((lines.Count - 1) * labels.LinePx) : edge + (style.SizePx / 2);
                for (int line = 0; line < lines.Count; line++)
                    Label(x, first + (line * labels.LinePx), lines, line, full, style, TextAnchor.Middle);
                break;
            case LabelTurn.Slanted:
                // The baseline is moved so that the middle of the capitals meets the middle of the column.
                double shift = drop * Math.Sqrt(0.5);
                Point at = onTop ? new Point(x + shift, edge) : new Point(x + shift, edge + (style.SizePx * 0.7));
                scene.Text(at, lines[0], style, onTop ? TextAnchor.Start : TextAnchor.End, -45, Tooltip(lines, full));
                break;
            default:
                scene.Text(new Point(x + drop, edge), lines[0], style, onTop ? TextAnchor.Start : TextAnchor.End, -90, Tooltip(lines, full));
                break;
        }
    }

    private void RowGroupTitles(PanelPlace place, Rect body)
    {
        int row = 0;
        foreach (AxisGroup group in place.Rows.Groups)
        {
            if (group.Title is { } title && group.Count > 0)
                GroupTitle(body.Left, body.Top + place.Rows.Start(row) - (MatrixMetrics.GroupTitlePx / 2), body.Width, title, TextAnchor.Start);
            row += group.Count;
        }
    }

    private void ColumnGroupTitles(PanelPlace place, Rect body)
    {
        double strip = request.LabelsOnTop ? metrics.ColumnLabels.HeightPx : 0;
        double middle = body.Top - strip - (MatrixMetrics.GroupTitlePx / 2);
        int column = 0;
        foreach (AxisGroup group in place.Columns.Groups)
        {
            if (group.Title is { } title && group.Count > 0)
            {
                double left = body.Left + place.Columns.Start(column), right = body.Left + place.Columns.Start(column + group.Count - 1) + place.Columns.BandPx;
                GroupTitle((left + right) / 2, middle - 2, right - left, title, TextAnchor.Middle);
                scene.Line(left, middle + 6.5, right, middle + 6.5, theme.Rule);
            }
            column += group.Count;
        }
    }

    private void GroupTitle(double x, double middleY, double room, string title, TextAnchor anchor)
    {
        string full = DisplayText.Of(title);
        var style = new TextStyle(MatrixMetrics.GroupTitleSizePx, theme.Muted, TextRole.GroupTitle, FontWeight.Bold);
        string shown = Elision.Middle(full, room, text => scene.Measure.Width(text, style.SizePx, style.Weight));
        if (scene.Measure.Width(shown, style.SizePx, style.Weight) <= room)
            scene.TextAt(x, middleY, shown, style, anchor, ReferenceEquals(shown, full) ? null : full);
    }

    private void Names(PanelPlace place, Rect body)
    {
        var style = new TextStyle(MatrixMetrics.AxisNameSizePx, theme.Muted, TextRole.AxisName);
        if (request.Figure.RowAxis is { } rows && place.NamesRows && body.Height > LeastNamedPx)
        {
            string full = DisplayText.Of(rows);
            string shown = Elision.Middle(full, body.Height, text => scene.Measure.Width(text, style.SizePx));
            double x = body.Left - metrics.LeftPx(request) + 6 + scene.Measure.BaselineDrop(style.SizePx);
            scene.Text(new Point(x, body.CentreY), shown, style, TextAnchor.Middle, -90, ReferenceEquals(shown, full) ? null : full);
        }
        if (request.Figure.ColumnAxis is { } columns && body.Width > LeastNamedPx)
        {
            string full = DisplayText.Of(columns);
            string shown = Elision.Middle(full, body.Width, text => scene.Measure.Width(text, style.SizePx));
            double groups = place.Columns.Groups.Any(static group => group.Title is not null) ? MatrixMetrics.GroupTitlePx : 0;
            double y = request.LabelsOnTop ? body.Top - metrics.ColumnLabels.HeightPx - groups - 9 : body.Bottom + metrics.ColumnLabels.HeightPx + 8;
            scene.TextAt(body.CentreX, y, shown, style, TextAnchor.Middle, ReferenceEquals(shown, full) ? null : full);
        }
    }

    private void Side(SideColumn column, double left, int p, PanelPlace place, Rect body)
    {
        var style = new TextStyle(SideColumns.TextSizePx, theme.Muted, TextRole.SideAnnotation);
        double right = left + column.WidthPx;
        bool bars = column.Kind is SideAnnotation.Coverage;
        scene.TextAt(bars ? left : right, plan.SideHeadersOnTop ? body.Top - 8 : body.Bottom + 9, column.Header, style, bars ? TextAnchor.Start : TextAnchor.End);
        for (int row = 0; row < place.Rows.Count; row++)
        {
            double middle = body.Top + place.Rows.Centre(row);
            if (bars)
                Bar(column, left, middle, Math.Min(9, Math.Max(1, place.Rows.BandPx - 2)), column.Coverage[p][row]);
            else if (row % metrics.RowLabels.Stride == 0 && !metrics.NumbersRows && place.Rows.PitchPx >= style.SizePx)
                scene.TextAt(right, middle, column.Texts[p][row], style with { Ink = theme.Text }, TextAnchor.End);
        }
    }

    private void Bar(SideColumn column, double left, double middle, double height, double share)
    {
        scene.Fill(new Rect(left, middle - (height / 2), column.WidthPx, height), theme.NoData);
        if (share > 0)
            scene.Fill(new Rect(left, middle - (height / 2), column.WidthPx * share, height), theme.Muted);
    }
}
