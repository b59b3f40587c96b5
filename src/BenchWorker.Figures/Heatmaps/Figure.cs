namespace BenchWorker.Figures;

/// <summary>What to draw, as a value. The list of kinds is closed: matrix, packed cells, densities and rank history.</summary>
public abstract record Figure
{
    private protected Figure()
    {
    }

    public required string Title { get; init; }

    /// <summary>Under the title: what is shown, of how many, in which direction it is better.</summary>
    public string? Subtitle { get; init; }

    /// <summary>Under the figure, one line each; what the layout has to say of itself is added to them.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The canvas is this wide, narrower where the content is, wider up to <see cref="MaxWidthPx"/> where labels or numbers need it.</summary>
    public int WidthPx
    {
        get;
        init => field = value is >= 240 and <= CanvasLimits.MaxSidePx ? value : throw new ArgumentOutOfRangeException(nameof(value), value, $"A figure is 240 to {CanvasLimits.MaxSidePx} px wide.");
    } = 800;

    public int MaxWidthPx
    {
        get;
        init => field = value is >= 240 and <= CanvasLimits.MaxSidePx ? value : throw new ArgumentOutOfRangeException(nameof(value), value, $"A figure is 240 to {CanvasLimits.MaxSidePx} px wide.");
    } = 1600;

    public ColourScaleSpec Scale { get; init; } = new();

    /// <summary>How every number is written; null infers it from the values.</summary>
    public NumberFormat? Format { get; init; }

    /// <summary>Whether cells carry their labels and value for viewers that show them on hover; never above 20,000 cells.</summary>
    public bool Tooltips { get; init; } = true;

    /// <summary>Beside the key of cells without data.</summary>
    public string NoDataLabel { get; init; } = "no data";
}
