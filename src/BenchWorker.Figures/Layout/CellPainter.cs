namespace BenchWorker.Figures;

/// <summary>Paints the bodies of matrix panels: cells, their texts and marks.</summary>
internal sealed class CellPainter(SceneBuilder scene, MatrixPlan plan, CellText? text, CellNumbers numbers, NoDataLook noData, Theme theme)
{
    /// <summary>More cells than this become one image; a rectangle each would make the file large and slow to show.</summary>
    public const int MostRectangles = 20_000;

    private const double OutlinePx = 1.5, ThinOutlinePx = 1, LeastOutlinedPx = 9;

    /// <summary>Cells from this size on show a rim of their colour around the outline, which would else run into the gap beside them.</summary>
    private const double LeastRimmedPx = 16, RimPx = 1;

    /// <summary>Whether cells are large enough for the best of them to be outlined.</summary>
    public static bool Outlines(MatrixPlan plan) =>
        plan.Request.CellCount <= MostRectangles && plan.Places.All(static place => Math.Min(place.Rows.BandPx, place.Columns.BandPx) >= LeastOutlinedPx);

    private readonly MatrixFigure figure = plan.Request.Figure;

    public void Paint(Point origin)
    {
        if (plan.Request.CellCount > MostRectangles)
        {
            for (int p = 0; p < plan.Places.Count; p++)
                CellImage.Paint(scene, plan.Request.Panels[p], plan.Places[p], origin, noData, theme);
            return;
        }
        for (int p = 0; p < plan.Places.Count; p++)
            Fill(p, origin);
        for (int p = 0; p < plan.Places.Count; p++)
            Write(p, origin);
    }

    private void Fill(int p, Point origin)
    {
        (ArrangedPanel panel, PanelPlace place) = (plan.Request.Panels[p], plan.Places[p]);
        for (int cell = 0; cell < panel.CellCount; cell++)
        {
            if (!panel.IsDrawn(cell))
                continue;
            Rect area = AreaOf(panel, place, origin, cell);
            string? tooltip = figure.Tooltips ? Tooltip(panel, cell) : null;
            if (panel.HasData(cell))
                scene.Fill(area, panel.ColourOf(cell), tooltip);
            else
                scene.NoData(area, noData, tooltip);
        }
    }

    private void Write(int p, Point origin)
    {
        (ArrangedPanel panel, PanelPlace place) = (plan.Request.Panels[p], plan.Places[p]);
        BestCells best = BestCells.Of(panel, figure.Best);
        bool outlines = Outlines(plan);
        for (int cell = 0; cell < panel.CellCount; cell++)
        {
            if (!panel.HasData(cell))
                continue;
            Rect area = AreaOf(panel, place, origin, cell);
            Rgb ink = Ink.On(panel.ColourOf(cell));
            if (best.IsBest(cell) && outlines)
                Outline(area, ink);
            if (text is not null && plan.Metrics.CellTextSizePx is { } size)
                Write(p, cell, area, size, ink, best);
        }
    }

    private void Outline(Rect area, Rgb ink)
    {
        bool rimmed = Math.Min(area.Width, area.Height) >= LeastRimmedPx;
        Rect inside = rimmed ? new Rect(area.Left + RimPx, area.Top + RimPx, area.Width - (2 * RimPx), area.Height - (2 * RimPx)) : area;
        scene.Add(new DrawingOperation.StrokeRectangle(inside, ink, rimmed ? OutlinePx : ThinOutlinePx));
    }

    private void Write(int p, int cell, Rect area, double size, Rgb ink, BestCells best)
    {
        if (text!.Texts[p][cell] is not { } first)
            return;
        var style = new TextStyle(size, ink, TextRole.Cell, best.IsBest(cell) ? FontWeight.Bold : FontWeight.Regular);
        string? second = text.SecondLines?[p][cell];
        double middle = second is null ? area.CentreY : area.CentreY - (0.5 * size);
        scene.TextAt(area.CentreX, middle, first, style, TextAnchor.Middle);
        if (second is not null)
            scene.TextAt(area.CentreX, area.CentreY + (0.6 * size), second, style with { SizePx = CellText.SecondShare * size, Weight = FontWeight.Regular }, TextAnchor.Middle, continues: true);
        if (best.IsNearBest(cell))
        {
            double half = scene.Measure.Width(first, size) / 2, below = Math.Round(middle + (size * 0.5)) + 0.5;
            scene.Line(area.CentreX - half, below, area.CentreX + half, below, ink, 1, 1);
        }
    }

    private static Rect AreaOf(ArrangedPanel panel, PanelPlace place, Point origin, int cell)
    {
        (int row, int column) = (cell / panel.Columns.Count, cell % panel.Columns.Count);
        return new Rect(
            origin.X + place.Body.Left + place.Columns.Start(column), origin.Y + place.Body.Top + place.Rows.Start(row), place.Columns.BandPx, place.Rows.BandPx);
    }

    private string Tooltip(ArrangedPanel panel, int cell)
    {
        (string row, string column) = (panel.Rows[cell / panel.Columns.Count], panel.Columns[cell % panel.Columns.Count]);
        string value = !panel.HasData(cell) ? figure.NoDataLabel : numbers.Write(panel, cell);
        return $"{Short(row)}, {Short(column)}: {value}";
    }

    private static string Short(string label) => label.Length <= 120 ? label : Elision.Middle(label, 120, static text => text.Length);
}
