namespace BenchWorker.Figures;

/// <summary>Paints one density panel.</summary>
internal sealed class DensityPainter(SceneBuilder scene, DensityFigure figure, DensityGrid grid, DensityPanelLayout layout, Theme theme)
{
    private readonly DensityBins bins = grid.Bins;

    private const double TickPx = 3;

    public void Paint(Point corner, DensityPanel panel, DensityCounts counts, ColourScale scale)
    {
        Rect field = FieldAt(corner);
        Cells(field, counts, scale);
        if (figure.Parity && !layout.WritesCounts)
            Parity(field);
        scene.Add(new DrawingOperation.StrokeRectangle(field, theme.Rule, 1));
        Ticks(field);
        Names(field, panel);
        Shares(corner, field, counts);
    }

    /// <summary>The bins of a panel with what they count, from the upper left; those without a pair are left out.</summary>
    public CellGrid GridOf(Point corner, DensityPanel panel, DensityCounts counts, ColourScale scale)
    {
        Rect field = FieldAt(corner);
        int[] counted = [.. Enumerable.Range(0, bins.Count * bins.Count).Select(cell => counts.Cells[cell % bins.Count, bins.Count - 1 - (cell / bins.Count)])];
        string[] places = [.. bins.Names()];
        return new CellGrid(
            null,
            new GridAxis([.. places.Reverse().Select(place => $"{AxisNames.Y(panel)} {place}")], [.. Enumerable.Range(0, bins.Count).Select(row => field.Top + (row * layout.CellPx))], layout.CellPx),
            new GridAxis([.. places.Select(place => $"{AxisNames.X(panel)} {place}")], [.. Enumerable.Range(0, bins.Count).Select(column => field.Left + (column * layout.CellPx))], layout.CellPx),
            [], [],
            [.. counted.Select(count => count > 0 ? TextOf(count) : null)],
            [.. counted.Select(count => count > 0 ? scale.ColourOf(count) : theme.Background)]);
    }

    /// <summary>The hexagons that hold a pair, each named by the values at its middle.</summary>
    public IEnumerable<CellMark> MarksOf(HexGrid hexagons, Point corner, DensityPanel panel, DensityCounts counts)
    {
        Rect field = FieldAt(corner);
        NumberFormat format = NumberFormat.For([.. Enumerable.Range(0, 2 * hexagons.Across).Select(half => ValueAt(half / (2.0 * hexagons.Across)))]);
        return from row in Enumerable.Range(0, grid.Rows)
               from column in Enumerable.Range(0, grid.Columns)
               where counts.Cells[column, row] > 0
               let middle = hexagons.CentreOf(column, row)
               select new CellMark(
                   hexagons.AreaOf(column, row, field), -1, -1, TextOf(counts.Cells[column, row]),
                   [$"{AxisNames.Y(panel)} about {format.Write(ValueAt(middle.Y))}", $"{AxisNames.X(panel)} about {format.Write(ValueAt(middle.X))}"]);
    }

    private double ValueAt(double share) => bins.Start + (share * (bins.End - bins.Start));

    private Rect FieldAt(Point corner) => new(corner.X + layout.LeftPx, corner.Y + DensityPanelLayout.AbovePx, layout.SidePx, layout.SidePx);

    private string TextOf(int count) => $"{new NumberFormat(0).Write(count)} {DisplayText.Of(figure.Pairs)}";

    private void Cells(Rect field, DensityCounts counts, ColourScale scale)
    {
        for (int column = 0; column < grid.Columns; column++)
        {
            for (int row = 0; row < grid.Rows; row++)
            {
                if (counts.Cells[column, row] is > 0 and var count)
                    Cell(field, column, row, count, scale.ColourOf(count));
            }
        }
    }

    private void Cell(Rect field, int column, int row, int count, Rgb fill)
    {
        string? tooltip = figure.Tooltips ? TextOf(count) : null;
        if (grid.Hexagons is { } hexagons)
        {
            scene.Add(new DrawingOperation.FillPolygon(hexagons.OutlineOf(column, row, field), fill, tooltip));
            return;
        }
        var area = new Rect(field.Left + (column * layout.CellPx), field.Bottom - ((row + 1) * layout.CellPx), layout.CellPx, layout.CellPx);
        scene.Fill(area, fill, tooltip);
        if (layout.WritesCounts)
            scene.TextAt(area.CentreX, area.CentreY, new NumberFormat(0).Write(count), new TextStyle(DensityPanelLayout.CountSizePx, Ink.On(fill), TextRole.Cell), TextAnchor.Middle);
    }

    /// <summary>Its dashes have an edge of the background's colour, so that they show on any cell, and leave the cells between them whole.</summary>
    private void Parity(Rect field)
    {
        double from = bins.Position(bins.Low) * field.Width, to = bins.Position(bins.High) * field.Width;
        scene.Line(field.Left + from, field.Bottom - from, field.Left + to, field.Bottom - to, theme.Background, 2.5, 4);
        scene.Line(field.Left + from, field.Bottom - from, field.Left + to, field.Bottom - to, theme.Muted, 1, 4);
    }

    private void Ticks(Rect field)
    {
        var style = new TextStyle(DensityPanelLayout.TickSizePx, theme.Muted, TextRole.ScaleTick);
        foreach (double tick in layout.Ticks)
        {
            double along = Math.Round(bins.Position(tick) * field.Width);
            string text = layout.Format.Write(tick);
            scene.Line(field.Left + along, field.Bottom, field.Left + along, field.Bottom + TickPx, theme.Rule);
            scene.TextAt(field.Left + along, field.Bottom + 9, text, style, TextAnchor.Middle);
            scene.Line(field.Left - TickPx, field.Bottom - along, field.Left, field.Bottom - along, theme.Rule);
            scene.TextAt(field.Left - 5, field.Bottom - along, text, style, TextAnchor.End);
        }
    }

    private void Names(Rect field, DensityPanel panel)
    {
        var style = new TextStyle(layout.Names.SizePx, theme.Text, TextRole.AxisName);
        double drop = scene.Measure.BaselineDrop(style.SizePx);
        Name(new Point(field.CentreX, field.Bottom + 14 + (DensityPanelLayout.NamePx / 2) + drop), AxisNames.X(panel), field.Width, style, 0);
        Name(new Point(field.Left - layout.LeftPx + (DensityPanelLayout.NamePx / 2) - 2 + drop, field.CentreY), AxisNames.Y(panel), field.Height, style, -90);
    }

    private void Name(Point at, string name, double roomPx, TextStyle style, double angle)
    {
        string full = name + layout.Names.Unit;
        string shown = Elision.Middle(full, roomPx, text => scene.Measure.Width(text, style.SizePx));
        scene.Text(at with { X = Math.Round(at.X), Y = Math.Round(at.Y) }, shown, style, TextAnchor.Middle, angle, ReferenceEquals(shown, full) ? null : full);
    }

    private void Shares(Point corner, Rect field, DensityCounts counts)
    {
        var style = new TextStyle(DensityPanelLayout.SharesSizePx, theme.Muted, TextRole.SideAnnotation);
        IReadOnlyList<string> lines = LineBreaks.Force(counts.Shares(figure.Better), layout.WidthPx - layout.LeftPx, 2, text => scene.Measure.Width(text, style.SizePx));
        for (int i = 0; i < lines.Count; i++)
            scene.TextAt(field.Left, corner.Y + DensityPanelLayout.AbovePx - 7 - ((lines.Count - 1 - i) * 11), lines[i], style, TextAnchor.Start, continues: i > 0);
    }
}
