namespace BenchWorker.Figures;

/// <summary>A finished drawing: what to paint, in order, on an opaque canvas. Writers and rasterisers read it; nothing changes it.</summary>
public sealed record Scene
{
    /// <summary>Canvas width in logical pixels; a positive whole number.</summary>
    public required int WidthPx { get; init; }

    /// <summary>Canvas height in logical pixels; a positive whole number.</summary>
    public required int HeightPx { get; init; }

    /// <summary>The canvas is painted with this first, so that no viewer's own background shows through.</summary>
    public required Rgb Background { get; init; }

    /// <summary>What the drawing is, in a few words: SVG title, PNG Title.</summary>
    public required string Title { get; init; }

    /// <summary>What it shows, in sentences: SVG desc, PNG Description, a page's alt text.</summary>
    public required string Description { get; init; }

    /// <summary>The operations in painting order.</summary>
    public required IReadOnlyList<DrawingOperation> Operations { get; init; }

    /// <summary>How many labels of each role the figure was asked for; the check holds the drawing against it.</summary>
    public IReadOnlyList<LabelPromise> Promises { get; init; } = [];

    /// <summary>The cells of each panel; empty for figures that have none, or whose cells are too small to be drawn one by one.</summary>
    public IReadOnlyList<CellGrid> Grids { get; init; } = [];

    /// <summary>What a figure without such cells shows at its points: places of a rank history, hexagons of a density.</summary>
    public IReadOnlyList<CellMark> Marks { get; init; } = [];
}

/// <summary>Labels that a figure owes its reader.</summary>
/// <param name="Requested">Labels asked for.</param>
/// <param name="Waiver">The note that says why fewer are drawn; null where all must be.</param>
public sealed record LabelPromise(TextRole Role, int Requested, string? Waiver = null);
