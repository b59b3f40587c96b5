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

    /// <summary>Prefix glob such as <c>neg_*</c>: a row it matches stands in one group with the row of the same name without the prefix.</summary>
    public string? RowGroups { get; init; }

    public string? ColumnGroups { get; init; }

    /// <summary>Packed figures: the result column that names a cell.</summary>
    public string? Cell { get; init; }

    /// <summary>Packed figures: panels beside each other; null lets the layout decide.</summary>
    public int? PanelsAcross { get; init; }

    /// <summary>Colours show scores in standard deviations of this many to either side; null colours the scores themselves.</summary>
    public double? StandardizeLimit { get; init; }

    /// <summary>Density figures: how many of the best entities are paired with each other, 2 to 8.</summary>
    public int PairsTop { get; init; } = 4;

    /// <summary>Density figures: bins a side; null lets the data decide.</summary>
    public int? Bins { get; init; }

    /// <summary>Density figures: whether the line of parity is drawn.</summary>
    public bool Diagonal { get; init; } = true;

    /// <summary>Delta figures: the entity that the others are compared with; null takes the last publication.</summary>
    public string? Baseline { get; init; }
}

public enum AxisOrder
{
    Given,
    Mean,
    Cluster,
}

/// <summary>Which result column runs along an axis.</summary>
/// <param name="Ordered">The labels have an order of their own (numbers, steps); trends along them mean something.</param>
public sealed record AxisDeclaration(string Field, bool Ordered = false, AxisOrder Order = AxisOrder.Given)
{
    /// <summary>The labels in the order wanted; those not named follow in natural order. Empty for natural order throughout.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];
}

/// <param name="SharedScale">One colour scale for all panels, or one each, announced in the figure.</param>
public sealed record PanelDeclaration(string Field, bool SharedScale = true);
