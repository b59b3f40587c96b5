namespace BenchWorker.Site;

public enum FigureKind
{
    Matrix,
    Packed,
    Density,
    WinRate,
    Delta,
    RankHistory,
}

/// <summary>One figure as a board file declares it. Fields that are null keep the figure kind's default.</summary>
public sealed record FigureDeclaration
{
    public FigureKind Kind { get; init; } = FigureKind.Matrix;

    public string? Title { get; init; }

    public AxisDeclaration? Rows { get; init; }

    public AxisDeclaration? Columns { get; init; }

    public PanelDeclaration? Panels { get; init; }

    public string? Colormap { get; init; }

    /// <summary>Decimals of every number in the figure, 0 to 6; null infers them from the data.</summary>
    public int? Decimals { get; init; }

    /// <summary>Limits of the colour scale; null takes the metric's declared range, else the data's.</summary>
    public double? Min { get; init; }

    public double? Max { get; init; }

    public bool Annotate { get; init; } = true;

    /// <summary>Glob over row labels; the rows it matches form a group with their counterparts (see figures).</summary>
    public string? RowGroups { get; init; }

    public string? ColumnGroups { get; init; }
}

public enum AxisOrder
{
    Given,
    Mean,
    Cluster,
}

/// <summary>Which result column runs along an axis.</summary>
/// <param name="Ordered">The labels have an order of their own (numbers, steps); trends along them mean something.</param>
public sealed record AxisDeclaration(string Field, bool Ordered = false, AxisOrder Order = AxisOrder.Given);

/// <param name="SharedScale">One colour scale for all panels, or one each, announced in the figure.</param>
public sealed record PanelDeclaration(string Field, bool SharedScale = true);
