namespace BenchWorker.Figures;

/// <summary>How the labels of a row axis are written; the same for every panel of a figure.</summary>
/// <param name="Stride">Every so many rows is labelled; 1 for all.</param>
/// <param name="WidthPx">Room left of the body, without the offset.</param>
/// <param name="Lines">1 to 3.</param>
internal sealed record RowLabelPlan(double SizePx, int Stride, double WidthPx, int Lines)
{
    public const double OffsetPx = 6;

    /// <summary>Wider labels are wrapped or elided.</summary>
    public const double MostPx = 240;

    private const int MostLines = 3;

    private const double LineEm = 1.1;

    /// <summary>Of the row's height, between the labels of neighbours.</summary>
    private const double ApartEm = 0.1;

    public static IReadOnlyList<double> Sizes { get; } = [11, 10, 9, ColumnLabelPlan.SmallestPx];

    public bool Thins => Stride > 1;

    public double LinePx => SizePx * LineEm;

    /// <summary>The room that labels get beside a body when the widest has a width.</summary>
    public static double WidthOf(double widestPx, double canvasPx) =>
        Math.Ceiling(Math.Min(widestPx, Math.Min(MostPx, 0.3 * canvasPx)));

    public static RowLabelPlan Of(double widthPx, double sizePx, double pitchPx)
    {
        int stride = (int)Math.Max(1, Math.Ceiling(ColumnLabelPlan.PitchEm * sizePx / pitchPx));
        return new RowLabelPlan(sizePx, stride, widthPx, (int)Math.Clamp(((pitchPx / sizePx) - ApartEm) / LineEm, 1, MostLines));
    }

    public IReadOnlyList<IReadOnlyList<string>> Shown(IReadOnlyList<string> labels, TextMeasure measure)
    {
        double Width(string text) => measure.Width(text, SizePx);
        string[] elided = Elision.Distinct(labels, WidthPx, Width);
        return [.. labels.Select((label, i) => Lines > 1 && !string.Equals(elided[i], label, StringComparison.Ordinal) && LineBreaks.Fit(label, WidthPx, Lines, Width) is { } lines ? lines : [elided[i]])];
    }
}
