namespace BenchWorker.Figures;

/// <summary>Sizes of one density panel; all panels of a figure are alike.</summary>
/// <param name="CellPx">Side of a bin, whole pixels.</param>
/// <param name="LeftPx">For the y name and ticks.</param>
internal sealed record DensityPanelLayout(int PanelColumns, int Bins, double CellPx, double LeftPx, IReadOnlyList<double> Ticks, NumberFormat Format, AxisNames Names)
{
    public const double TickSizePx = 9, SharesSizePx = 9, NamePx = 17, CountSizePx = 11;

    /// <summary>Cells from this size on say how many they count, and no line crosses them.</summary>
    private const double LeastCountedPx = 48;

    /// <summary>Two lines of shares.</summary>
    public const double AbovePx = 28;

    public const double BelowPx = 14 + NamePx;

    public double SidePx => Bins * CellPx;

    /// <summary>Whether cells are so few and large that they are read as a table.</summary>
    public bool WritesCounts { get; private init; }

    public double WidthPx => LeftPx + SidePx + RightPx;

    public double HeightPx => AbovePx + SidePx + BelowPx;

    /// <summary>For the half of the last tick's text that reaches beyond the axis.</summary>
    private static double RightPx => 10;

    public static DensityPanelLayout Of(int panelColumns, DensityBins bins, DensityFigure figure, double roomPx, double smallestSidePx, double largestSidePx, TextMeasure measure)
    {
        double[] ticks = [bins.Low, bins.Low + ((bins.High - bins.Low) / 2), bins.High];
        NumberFormat format = NumberFormat.For(ticks);
        double left = NamePx + Math.Ceiling(measure.Widest(ticks.Select(format.Write), TickSizePx)) + 8;
        double side = Math.Clamp(roomPx - left - RightPx, smallestSidePx, largestSidePx);
        double cell = Math.Max(Math.Ceiling(smallestSidePx / bins.Count), Math.Floor(side / bins.Count));
        double apart = (bins.Position(ticks[1]) - bins.Position(ticks[0])) * cell * bins.Count;
        bool middleIsNoValue = bins.Lattice is { } steps && steps % 2 == 1;
        if (middleIsNoValue || measure.Widest(ticks.Select(format.Write), TickSizePx) + 4 > apart)
            ticks = [ticks[0], ticks[2]];
        return new DensityPanelLayout(panelColumns, bins.Count, cell, left, ticks, format, AxisNames.Of(figure, cell * bins.Count, measure))
        {
            WritesCounts = figure.Shape is BinShape.Square && cell >= LeastCountedPx,
        };
    }
}

/// <summary>How the names of all axes of a figure are written: in one size, with what they measure where all have room for it.</summary>
internal sealed record AxisNames(double SizePx, string Unit)
{
    private static readonly double[] Sizes = [11, 10, 9];

    public static AxisNames Of(DensityFigure figure, double roomPx, TextMeasure measure)
    {
        string unit = figure.Quantity is { } quantity ? $", {DisplayText.Of(quantity)}" : "";
        double named = Widest(figure, "", measure), withUnit = Widest(figure, unit, measure);
        if (withUnit * Sizes[0] <= roomPx)
            return new AxisNames(Sizes[0], unit);
        return new AxisNames(Sizes.FirstOrDefault(size => named * size <= roomPx, Sizes[^1]), "");
    }

    public static string X(DensityPanel panel) => "x: " + DisplayText.Of(panel.XName);

    public static string Y(DensityPanel panel) => "y: " + DisplayText.Of(panel.YName);

    private static double Widest(DensityFigure figure, string unit, TextMeasure measure) =>
        measure.Widest(figure.Panels.SelectMany(panel => new[] { X(panel) + unit, Y(panel) + unit }), 1);
}
