namespace BenchWorker.Figures;

/// <summary>Paints the trees of clustered axes: rows' to the right of the body, columns' opposite to their labels.</summary>
internal static class TreePainter
{
    private const double OffsetPx = 4;

    public static void Paint(SceneBuilder scene, ArrangedPanel panel, PanelPlace place, Rect body, bool labelsOnTop, Theme theme)
    {
        double room = MatrixMetrics.TreePx - (2 * OffsetPx);
        if (panel.RowTree is { } rows)
            Walk(rows, band => body.Top + place.Rows.Centre(band), (at, depth) => new Point(body.Right + OffsetPx + (depth * room), at), scene, theme);
        if (panel.ColumnTree is { } columns)
        {
            double edge = labelsOnTop ? body.Bottom + OffsetPx : body.Top - OffsetPx;
            double direction = labelsOnTop ? 1 : -1;
            Walk(columns, band => body.Left + place.Columns.Centre(band), (at, depth) => new Point(at, edge + (direction * depth * room)), scene, theme);
        }
    }

    /// <param name="centre">Of a drawn place along the axis.</param>
    /// <param name="point">From a position along the axis and a height in [0, 1].</param>
    private static void Walk(Dendrogram tree, Func<int, double> centre, Func<double, double, Point> point, SceneBuilder scene, Theme theme)
    {
        int n = tree.Leaves.Count;
        if (n < 2)
            return;
        double highest = tree.Merges.Max(static merge => merge.Height);
        double[] at = new double[n + tree.Merges.Count], height = new double[n + tree.Merges.Count];
        for (int place = 0; place < n; place++)
            at[tree.Leaves[place]] = centre(place);
        for (int m = 0; m < tree.Merges.Count; m++)
        {
            Merge merge = tree.Merges[m];
            at[n + m] = (at[merge.Left] + at[merge.Right]) / 2;
            height[n + m] = highest > 0 ? merge.Height / highest : 0;
            Point[] bracket =
            [
                point(at[merge.Left], height[merge.Left]), point(at[merge.Left], height[n + m]), point(at[merge.Right], height[n + m]), point(at[merge.Right], height[merge.Right]),
            ];
            scene.Add(new DrawingOperation.StrokePolyline(bracket, theme.Rule, 1));
        }
    }
}
