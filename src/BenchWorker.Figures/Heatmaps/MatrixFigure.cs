using System.Collections.Frozen;

namespace BenchWorker.Figures;

/// <summary>One matrix, or several panels of the same make, every cell coloured by its value.</summary>
public sealed record MatrixFigure : Figure
{
    /// <summary>In reading order; at least one.</summary>
    public required IReadOnlyList<MatrixPanel> Panels { get; init; }

    /// <summary>What the rows are, for example "model"; null leaves the axis unnamed.</summary>
    public string? RowAxis { get; init; }

    public string? ColumnAxis { get; init; }

    public MatrixOrder RowOrder { get; init; }

    public MatrixOrder ColumnOrder { get; init; }

    /// <summary>One colour scale for all panels, or one each, which the figure then announces.</summary>
    public bool SharedScale { get; init; } = true;

    /// <summary>Whether cells show their values; they do where all of them fit, else none does.</summary>
    public bool Annotate { get; init; } = true;

    /// <summary>Values are differences and are written with their sign.</summary>
    public bool Signed { get; init; }

    /// <summary>How the numbers of single columns, or rows, are written, by label; the others are written by <see cref="Figure.Format"/>.</summary>
    public IReadOnlyDictionary<string, NumberFormat> FormatsByLabel { get; init; } = FrozenDictionary<string, NumberFormat>.Empty;

    /// <summary>What a pixel shows of the cells it stands for, where there are more cells than pixels.</summary>
    public BlockSummary Blocks { get; init; }

    public BestMark Best { get; init; }

    public Triangle Shown { get; init; }

    public bool HidesDiagonal { get; init; }

    public IReadOnlyList<SideAnnotation> RowSummaries { get; init; } = [];

    /// <summary>Panels beside each other; null chooses.</summary>
    public int? PanelColumns { get; init; }

    public LabelSide ColumnLabels { get; init; }
}

public enum MatrixOrder
{
    Given,

    /// <summary>Best mean first, over the cells present; ties keep their given order. Within groups.</summary>
    Mean,

    /// <summary>Average linkage with optimal leaf ordering and a tree beside the body; within groups.</summary>
    Cluster,
}

/// <summary>How several cells become one pixel.</summary>
public enum BlockSummary
{
    Mean,

    /// <summary>The highest: a single extreme cell stays visible.</summary>
    Max,

    Min,
}

/// <summary>Where the best value is outlined; all that tie for it are.</summary>
public enum BestMark
{
    None,
    PerColumn,
    PerRow,
}

/// <summary>Which part of a square matrix is drawn; the diagonal belongs to both halves.</summary>
public enum Triangle
{
    Whole,
    Lower,
    Upper,
}

/// <summary>What stands beside each row.</summary>
public enum SideAnnotation
{
    /// <summary>Mean of the row's cells that hold data.</summary>
    Mean,

    /// <summary>How many cells hold data.</summary>
    Count,

    /// <summary>Place by mean; equal means share the better place.</summary>
    Rank,

    /// <summary>A bar: the share of cells that hold data.</summary>
    Coverage,
}

public enum LabelSide
{
    /// <summary>Top where there are more rows than columns, or more than 20 rows; else bottom, as for a lower triangle, whose columns end there.</summary>
    Auto,
    Top,
    Bottom,
}
