using static System.FormattableString;

namespace BenchWorker.Figures;

/// <summary>Composes pairwise densities: square panels, each with both names, ticks, parity line and shares.</summary>
internal static class DensityComposer
{
    /// <summary>Counts that spread more than this over their median are coloured by ratio.</summary>
    private const double LogarithmicFrom = 20;

    /// <summary>Of a count of 1 against a dark ground, where dark hues drown (WCAG 2.2, 1.4.11); on white a pale yellow is seen by its hue.</summary>
    private const double LeastContrastOnDark = 3;

    private const double BarGapPx = 20, GutterPx = 22, SmallestSidePx = 110, LargestSidePx = 300;

    public static Scene Compose(DensityFigure figure, Theme theme, TextMeasure measure)
    {
        if (figure.Panels.Count == 0)
            throw new ArgumentException("A density figure needs at least one panel.", nameof(figure));
        double[] values = [.. figure.Panels.SelectMany(static panel => panel.X.Concat(panel.Y)).Where(double.IsFinite)];
        DensityGrid grid = DensityGrid.Of(figure, values);
        DensityCounts[] counts = [.. figure.Panels.Select(panel => DensityCounts.Of(panel, grid, figure.Better))];
        ColourScale[] scales = Scales(figure, counts, theme);
        var key = new ScaleKey(figure.Scale.Title ?? $"{DisplayText.Of(figure.Pairs)} per cell", new NumberFormat(0), $"no {DisplayText.Of(figure.Pairs)}", TickKind.Count);
        double barPx = BarGapPx + scales.Max(scale => ColourBar.Of(scale, key, vertical: true, 200, measure).WidthPx);
        double room = figure.WidthPx - (2 * FigureFrame.PadPx);
        DensityPanelLayout layout = Choose(figure, grid.Bins, room, barPx, measure);
        return Paint(figure, theme, measure, grid, counts, scales, key, layout, barPx);
    }

    private static Scene Paint(
        DensityFigure figure, Theme theme, TextMeasure measure, DensityGrid grid, DensityCounts[] counts, ColourScale[] scales, ScaleKey key, DensityPanelLayout layout, double barPx)
    {
        double ownBar = figure.SharedScale ? 0 : barPx;
        double stepX = layout.WidthPx + ownBar + GutterPx, stepY = layout.HeightPx + GutterPx;
        int columns = layout.PanelColumns, rows = (figure.Panels.Count + columns - 1) / columns;
        double width = (columns * stepX) - GutterPx + (figure.SharedScale ? barPx : 0), height = (rows * stepY) - GutterPx;
        double barRoom = figure.SharedScale ? height - DensityPanelLayout.AbovePx - DensityPanelLayout.BelowPx : layout.SidePx;
        ColourBar[] bars = [.. scales.Select(scale => ColourBar.Of(scale, key, vertical: true, barRoom, measure))];
        height = Math.Max(height, (figure.SharedScale ? 0 : height - layout.HeightPx) + DensityPanelLayout.AbovePx + bars.Max(static bar => bar.HeightPx));
        FigureFrame frame = FigureFrame.Around(figure, width, [.. Notes(figure, grid, counts, layout)], measure);
        double canvas = frame.HeightFor(height, "Show fewer pairs, or let max_width grow.");
        var scene = new SceneBuilder(measure);
        var empty = new NoDataLook(theme.Background, null);
        var painter = new DensityPainter(scene, figure, grid, layout, theme);
        List<CellGrid> grids = [];
        List<CellMark> marks = [];
        for (int p = 0; p < figure.Panels.Count; p++)
        {
            var corner = new Point(FigureFrame.PadPx + (p % columns * stepX), frame.TopPx + (p / columns * stepY));
            int own = figure.SharedScale ? 0 : p;
            painter.Paint(corner, figure.Panels[p], counts[p], scales[own]);
            if (grid.Hexagons is { } hexagons)
                marks.AddRange(painter.MarksOf(hexagons, corner, figure.Panels[p], counts[p]));
            else
                grids.Add(painter.GridOf(corner, figure.Panels[p], counts[p], scales[own]));
            if (!figure.SharedScale || p == 0)
            {
                double left = figure.SharedScale ? FigureFrame.PadPx + width - barPx + BarGapPx : corner.X + layout.WidthPx + BarGapPx;
                bars[own].Paint(scene, left, corner.Y + DensityPanelLayout.AbovePx, empty, theme);
            }
        }
        return frame.Finish(scene, canvas, Describe(figure, grid, counts), Promises(counts, layout), theme) with { Grids = grids, Marks = marks };
    }

    private static ColourScale[] Scales(DensityFigure figure, DensityCounts[] counts, Theme theme)
    {
        IEnumerable<double[]> groups = figure.SharedScale ? [[.. counts.SelectMany(static panel => panel.Filled())]] : counts.Select(static panel => panel.Filled().ToArray());
        return [.. groups.Select(filled => Scale(figure, filled, theme))];
    }

    private static ColourScale Scale(DensityFigure figure, double[] filled, Theme theme)
    {
        double most = filled.DefaultIfEmpty(1).Max();
        double median = filled.Length == 0 ? 1 : filled.Order().ElementAt(filled.Length / 2);
        ColourScaleSpec spec = figure.Scale.Limits is ScaleLimits.Data ? figure.Scale with { Limits = new ScaleLimits.Declared(1, Math.Max(1, most)) } : figure.Scale;
        ColourScale scale = ColourScale.Resolve(spec, filled, Colormap.Viridis.Reversed());
        return scale with
        {
            Map = theme.IsDark ? OnDark(scale.Map).ClearOf(theme.Background, LeastContrastOnDark) : scale.Map,
            IsLogarithmic = most / median > LogarithmicFrom && scale.Low > 0 && scale.Low < scale.High,
        };
    }

    /// <summary>Many must not look like none: on a dark ground few are dark and many are light, on a light one the other way round.</summary>
    private static Colormap OnDark(Colormap map) => LinearLight.Luminance(map.Colours[^1]) < LinearLight.Luminance(map.Colours[0]) ? map.Reversed() : map;

    private static DensityPanelLayout Choose(DensityFigure figure, DensityBins bins, double room, double barPx, TextMeasure measure)
    {
        int[] candidates = figure.PanelColumns is { } given ? [Math.Clamp(given, 1, figure.Panels.Count)] : PanelGrid.Candidates(figure.Panels.Count);
        DensityPanelLayout At(int columns)
        {
            double bars = figure.SharedScale ? barPx : barPx * columns;
            double each = (room - bars - ((columns - 1) * GutterPx)) / columns;
            return DensityPanelLayout.Of(columns, bins, figure, each, SmallestSidePx, LargestSidePx, measure);
        }
        double Misfit(DensityPanelLayout layout)
        {
            int rows = (figure.Panels.Count + layout.PanelColumns - 1) / layout.PanelColumns;
            double width = (layout.PanelColumns * (layout.WidthPx + GutterPx)) + barPx, height = rows * (layout.HeightPx + GutterPx);
            return Math.Abs(Math.Log(width / height / 1.2)) + (width > room + GutterPx ? 2 : 0);
        }
        return candidates.Select(At).MinBy(Misfit)!;
    }

    private static IEnumerable<string> Notes(DensityFigure figure, DensityGrid grid, DensityCounts[] counts, DensityPanelLayout layout)
    {
        if (!figure.SharedScale && figure.Panels.Count > 1)
            yield return "Colour scales differ between panels.";
        if (figure.Quantity is { } quantity && layout.Names.Unit.Length == 0)
            yield return $"Both axes: {DisplayText.Of(quantity)}.";
        if (LatticeNote(grid) is { } lattice)
            yield return lattice;
        if (counts.Sum(static panel => panel.Outside) is > 0 and var outside)
            yield return Invariant($"{outside} {(outside == 1 ? "pair has a value" : "pairs have values")} outside {grid.Bins.Low} to {grid.Bins.High}, counted at the edge.");
        if (counts.Any(static panel => panel.Pairs > 0))
            yield return Invariant($"n = {string.Join(", ", counts.Select(static panel => panel.Pairs).Distinct())} {DisplayText.Of(figure.Pairs)}.{(figure.Parity && !layout.WritesCounts ? " Dashed: both equal." : "")}");
    }

    private static IReadOnlyList<LabelPromise> Promises(DensityCounts[] counts, DensityPanelLayout layout) =>
    [
        new LabelPromise(TextRole.AxisName, 2 * counts.Length),
        new LabelPromise(TextRole.Cell, layout.WritesCounts ? counts.Sum(static panel => panel.Filled().Count()) : 0),
    ];

    private static string? LatticeNote(DensityGrid grid) => (grid.Lattice, grid.Hexagons, grid.Bins.ShortBy) switch
    {
        (null, _, _) => null,
        (1, _, _) => Invariant($"Every value is {grid.Bins.Low} or {grid.Bins.High}."),
        ({ } steps, not null, _) => Invariant($"The values lie on multiples of 1/{steps} of the range: stripes may be of the hexagons' making."),
        ({ } steps, _, > 0 and var missing) => Invariant($"The values lie on multiples of 1/{steps} of the range; bins are centred on them, the last holds {missing} fewer."),
        ({ } steps, _, _) => Invariant($"The values lie on multiples of 1/{steps} of the range; bins are centred on them."),
    };

    private static string Describe(DensityFigure figure, DensityGrid grid, DensityCounts[] counts)
    {
        IEnumerable<string> panels = figure.Panels.Zip(counts, (panel, count) => $"{Short(panel.XName)} (x) against {Short(panel.YName)} (y): {count.Shares(figure.Better)}");
        return Invariant($"Two-dimensional histograms of {figure.Panels.Count} pairs, {(grid.Hexagons is { } hexagons ? Invariant($"{hexagons.Across} hexagons across") : Invariant($"{grid.Bins.Count} by {grid.Bins.Count} bins"))}. ") + string.Join("; ", panels.Take(12)) + (figure.Panels.Count > 12 ? "; and more." : ".");
    }

    private static string Short(string name) => Elision.Middle(DisplayText.Of(name), 60, static text => text.Length);
}
