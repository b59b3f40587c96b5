using System.Collections.Frozen;
using BenchWorker.Figures;

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

    /// <summary>Under the title; null says what is measured and which way is better.</summary>
    public string? Subtitle { get; init; }

    /// <summary>Under the figure, one line each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public AxisDeclaration? Rows { get; init; }

    public AxisDeclaration? Columns { get; init; }

    public PanelDeclaration? Panels { get; init; }

    /// <summary>Panels beside each other; null lets the layout decide.</summary>
    public int? PanelsAcross { get; init; }

    public ColourDeclaration Colour { get; init; } = new();

    public FigureLook Theme { get; init; }

    /// <summary>How every number in the figure is written; null infers it from the data.</summary>
    public NumberFormat? Format { get; init; }

    /// <summary>How the numbers of single columns or rows are written, by label.</summary>
    public IReadOnlyDictionary<string, NumberFormat> FormatsByLabel { get; init; } = FrozenDictionary<string, NumberFormat>.Empty;

    /// <summary>What a pixel shows where a matrix has more cells than the canvas pixels.</summary>
    public BlockSummary Blocks { get; init; }

    /// <summary>Whether cells show their numbers, where they fit.</summary>
    public bool Annotate { get; init; } = true;

    /// <summary>The second line of a cell.</summary>
    public Uncertainty Uncertainty { get; init; }

    /// <summary>Null marks the best entity: of each column where entities are the rows, of each row where they are the columns.</summary>
    public BestMark? Best { get; init; }

    /// <summary>Which half of a square matrix is drawn.</summary>
    public Triangle Triangle { get; init; }

    /// <summary>Whether a matrix draws its diagonal, or a density the line of parity.</summary>
    public bool Diagonal { get; init; } = true;

    /// <summary>What stands beside each row.</summary>
    public IReadOnlyList<SideAnnotation> Side { get; init; } = [];

    public LabelSide ColumnLabels { get; init; }

    /// <summary>Packed figures: what names a cell.</summary>
    public AxisDeclaration? Cell { get; init; }

    public PairDeclaration Pairs { get; init; } = new();

    /// <summary>Density figures: the result column whose numbers are paired.</summary>
    public string Field { get; init; } = "value";

    /// <summary>Density figures: what the pairs are counted in.</summary>
    public BinShape Shape { get; init; }

    /// <summary>Density figures: bins a side; null lets the data decide.</summary>
    public int? Bins { get; init; }

    /// <summary>Delta figures: the entity that the others are compared with; null takes what was last published.</summary>
    public string? Baseline { get; init; }

    /// <summary>Delta figures: compares with the rows of runs up to this moment.</summary>
    public DateTimeOffset? BaselineAsOf { get; init; }

    /// <summary>Rank histories: how many entities are drawn.</summary>
    public int MostEntities { get; init; } = 20;

    /// <summary>Beside the key of cells without data.</summary>
    public string? NoData { get; init; }

    /// <summary>Whether cells tell their labels and value on hover.</summary>
    public bool Tooltips { get; init; } = true;

    /// <summary>Of the canvas, in logical pixels; null takes the kind's own.</summary>
    public int? WidthPx { get; init; }

    /// <summary>How far the canvas may grow where labels or numbers need it.</summary>
    public int? MaxWidthPx { get; init; }
}

public enum FigureLook
{
    /// <summary>Once on light and once on dark ground, as the page is read.</summary>
    Site,

    /// <summary>As journals want it, on any page: black on white, and flat grey instead of patterns.</summary>
    Print,
}

/// <summary>What stands under the value in a cell.</summary>
public enum Uncertainty
{
    None,

    /// <summary>One standard error to either side.</summary>
    StandardError,

    /// <summary>The half-width of the 95 % interval: by Student's t where few runs, samples or clusters stand behind a cell, else 1.96 standard errors.</summary>
    Interval,
}
