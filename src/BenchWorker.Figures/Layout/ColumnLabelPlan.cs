namespace BenchWorker.Figures;

/// <summary>How the labels of a column axis are written; the same for every panel of a figure.</summary>
/// <param name="Stride">Every so many columns is labelled; 1 for all.</param>
/// <param name="WidthPx">Room of one label along its direction.</param>
/// <param name="HeightPx">Height of the strip that holds them.</param>
/// <param name="Lines">Most lines of a level label.</param>
internal sealed record ColumnLabelPlan(LabelTurn Turn, double SizePx, int Stride, double WidthPx, double HeightPx, int Lines = 1)
{
    /// <summary>Columns narrower than this share of the size cannot carry slanted labels: their lines would run closer than those of a paragraph.</summary>
    private const double SlantedPitchEm = 1.8;

    /// <summary>Distance of neighbouring upright or row labels, in em.</summary>
    public const double PitchEm = 1.12;

    public const double SmallestPx = 8;

    private const double LineEm = 1.2;

    /// <summary>Free between the body and the labels.</summary>
    public const double OffsetPx = 5;

    private static readonly double[] Sizes = [11, 10, 9, 8];

    public bool Thins => Stride > 1;

    /// <summary>The first that fits of: level, wrapped, level in small letters, slanted, upright; else upright and every k-th.</summary>
    /// <param name="labels">Of all panels; <paramref name="widestEm"/> is their greatest width at a size of 1.</param>
    /// <param name="mostHeightPx">Labels longer than this allows are elided.</param>
    public static ColumnLabelPlan Choose(IReadOnlyList<string> labels, double widestEm, double pitchPx, double mostHeightPx, TextMeasure measure)
    {
        if (labels.Count == 0)
            return new ColumnLabelPlan(LabelTurn.Level, Sizes[0], 1, 0, 0);
        return Level(widestEm, pitchPx, Sizes[..2]) ?? Wrapped(labels, pitchPx, measure) ?? Level(widestEm, pitchPx, Sizes[2..]) ?? Slanted(widestEm, pitchPx, mostHeightPx)
            ?? Upright(widestEm, pitchPx, mostHeightPx);
    }

    /// <summary>The lines each label is drawn with; elided labels stay different where they can.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Shown(IReadOnlyList<string> labels, TextMeasure measure)
    {
        double Width(string text) => measure.Width(text, SizePx);
        if (Lines > 1)
            return [.. labels.Select(label => LineBreaks.Fit(label, WidthPx, Lines, Width) ?? [label])];
        return [.. Elision.Distinct(labels, WidthPx, Width).Select(static text => (IReadOnlyList<string>)[text])];
    }

    /// <summary>How far a label of a width reaches sideways from the middle of its column.</summary>
    public double Overhang(double textPx) => Turn is LabelTurn.Slanted ? (textPx + SizePx) * Math.Sqrt(0.5) : 0;

    private static ColumnLabelPlan? Level(double widestEm, double pitchPx, double[] sizes)
    {
        foreach (double size in sizes)
        {
            if (widestEm * size <= pitchPx - 4)
                return new ColumnLabelPlan(LabelTurn.Level, size, 1, pitchPx - 4, Strip(size));
        }
        return null;
    }

    private static ColumnLabelPlan? Wrapped(IReadOnlyList<string> labels, double pitchPx, TextMeasure measure)
    {
        if (pitchPx < 44)
            return null;
        foreach (double size in Sizes.AsSpan(0, 3))
        {
            int lines = 1;
            foreach (string label in labels)
                lines = Math.Max(lines, LineBreaks.Fit(label, pitchPx - 4, 3, text => measure.Width(text, size))?.Count ?? int.MaxValue);
            if (lines <= 3)
                return new ColumnLabelPlan(LabelTurn.Level, size, 1, pitchPx - 4, Math.Ceiling(Strip(size) + ((lines - 1) * size * LineEm)), lines);
        }
        return null;
    }

    private static ColumnLabelPlan? Slanted(double widestEm, double pitchPx, double mostHeightPx)
    {
        foreach (double size in Sizes)
        {
            if (pitchPx < SlantedPitchEm * size)
                continue;
            double slope = Math.Sqrt(0.5);
            double width = Math.Min(widestEm * size, (mostHeightPx / slope) - size);
            return new ColumnLabelPlan(LabelTurn.Slanted, size, 1, width, Math.Ceiling(((width + size) * slope) + OffsetPx));
        }
        return null;
    }

    private static ColumnLabelPlan Upright(double widestEm, double pitchPx, double mostHeightPx)
    {
        double size = Sizes.FirstOrDefault(size => pitchPx >= PitchEm * size && size <= 10, SmallestPx);
        double width = Math.Min(widestEm * size, mostHeightPx);
        int stride = (int)Math.Max(1, Math.Ceiling(PitchEm * size / pitchPx));
        return new ColumnLabelPlan(LabelTurn.Upright, size, stride, width, Math.Ceiling(width + OffsetPx + 2));
    }

    private static double Strip(double textPx) => Math.Ceiling(textPx + OffsetPx + 4);

    /// <summary>Distance of the lines of one label.</summary>
    public double LinePx => SizePx * LineEm;
}

internal enum LabelTurn
{
    Level,

    /// <summary>Rising at 45 degrees.</summary>
    Slanted,

    /// <summary>Reading upwards.</summary>
    Upright,
}
