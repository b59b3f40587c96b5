namespace BenchWorker.Figures;

/// <summary>How values become colours, as asked for; a figure resolves it against the values it shows.</summary>
public sealed record ColourScaleSpec
{
    /// <summary>Null takes the default of the kind of figure.</summary>
    public Colormap? Map { get; init; }

    public ScaleLimits Limits { get; init; } = ScaleLimits.FromData;

    public Standardization Standardize { get; init; } = Standardization.Off;

    /// <summary>Number of equal steps, 2 to 32; null for a continuous scale.</summary>
    public int? Bins
    {
        get;
        init => field = value is null or (>= 2 and <= 32) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A binned scale has 2 to 32 steps.");
    }

    /// <summary>Above the colour bar: what is measured, with its unit in parentheses.</summary>
    public string? Title { get; init; }
}
