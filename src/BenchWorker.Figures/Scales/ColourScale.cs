namespace BenchWorker.Figures;

/// <summary>Values to colours, resolved: where the scale begins and ends and what it clips.</summary>
public sealed record ColourScale
{
    public required Colormap Map { get; init; }

    /// <summary>The value with the first colour; finite.</summary>
    public required double Low { get; init; }

    /// <summary>The value with the last colour; finite, not below <see cref="Low"/>. Equal ends give every value the middle colour.</summary>
    public required double High { get; init; }

    /// <summary>Whether some value lies below <see cref="Low"/>.</summary>
    public bool ClipsBelow { get; init; }

    public bool ClipsAbove { get; init; }

    /// <summary>Number of equal steps; null for a continuous scale.</summary>
    public int? Bins { get; init; }

    /// <summary>Steps are of equal ratio; then <see cref="Low"/> is above 0.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>Resolves a specification against the values that are drawn.</summary>
    /// <param name="values">Any order; what is not finite is left out.</param>
    /// <param name="fallback">The map where the specification names none.</param>
    public static ColourScale Resolve(ColourScaleSpec spec, ReadOnlySpan<double> values, Colormap fallback)
    {
        ValueRange range = ValueRange.Of(values);
        (double low, double high) = Ends(spec.Limits, range, values);
        return new ColourScale
        {
            Map = spec.Map ?? fallback,
            Low = low,
            High = high,
            ClipsBelow = range.Count > 0 && range.Min < low,
            ClipsAbove = range.Count > 0 && range.Max > high,
            Bins = spec.Bins,
        };
    }

    /// <param name="value">Not NaN: a missing value has no colour. Values outside get the end colours.</param>
    public Rgb ColourOf(double value) => Map.At(Share(value));

    /// <summary>The entry of <see cref="Map"/> that a value gets.</summary>
    internal int IndexOf(double value) => Colormap.IndexOf(Share(value));

    /// <summary>The colours of the bar in equal steps, lowest first.</summary>
    public IReadOnlyList<Rgb> BarColours() =>
        Bins is { } bins ? [.. Enumerable.Range(0, bins).Select(i => Map.At(StepCentre(i, bins)))] : Map.Colours;

    /// <summary>How far along the bar a value stands, in [0, 1]; the middle where the ends are equal.</summary>
    public double Position(double value)
    {
        if (value <= Low)
            return Low < High ? 0 : 0.5;
        if (value >= High)
            return Low < High ? 1 : 0.5;
        // Halves keep the difference of two huge ends finite.
        return IsLogarithmic ? Math.Log(value / Low) / Math.Log(High / Low) : ((value / 2) - (Low / 2)) / ((High / 2) - (Low / 2));
    }

    private static (double Low, double High) Ends(ScaleLimits limits, ValueRange range, ReadOnlySpan<double> values)
    {
        (double min, double max) = range.Count == 0 ? (0, 1) : (range.Min, range.Max);
        switch (limits)
        {
            case ScaleLimits.Declared declared:
                double low = declared.Min ?? Math.Min(min, declared.Max ?? min);
                return (low, declared.Max ?? Math.Max(max, low));
            case ScaleLimits.Robust robust:
                double[] sorted = Array.FindAll(values.ToArray(), double.IsFinite);
                Array.Sort(sorted);
                return sorted.Length == 0 ? (min, max) : (Percentile(sorted, robust.LowPercent), Percentile(sorted, robust.HighPercent));
            case ScaleLimits.Centred centred:
                double reach = centred.Reach ?? Math.Max(Math.Abs(max - centred.Centre), Math.Abs(centred.Centre - min));
                return (Finite(centred.Centre - reach), Finite(centred.Centre + reach));
            default:
                return (min, max);
        }
    }

    private static double Finite(double value) => Math.Clamp(value, double.MinValue, double.MaxValue);

    /// <summary>Linear interpolation between order statistics (Hyndman and Fan, 1996, type 7).</summary>
    private static double Percentile(double[] sorted, double percent)
    {
        double position = percent / 100 * (sorted.Length - 1);
        int below = (int)position;
        double share = position - below;
        return share == 0 ? sorted[below] : (sorted[below] * (1 - share)) + (sorted[below + 1] * share);
    }

    private static double StepCentre(int step, int bins) => (step + 0.5) / bins;

    private double Share(double value)
    {
        double position = Position(value);
        return Bins is { } bins ? StepCentre((int)Math.Clamp(Math.Floor(position * bins), 0, bins - 1), bins) : position;
    }
}
