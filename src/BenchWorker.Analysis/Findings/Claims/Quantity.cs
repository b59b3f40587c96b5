namespace BenchWorker.Analysis;

public enum Axis
{
    Facet,
    Row,
    Column,
}

public enum Comparison
{
    Equal,
    NotEqual,
    Less,
    AtMost,
    Greater,
    AtLeast,
}

/// <summary>Cells of a table: every combination of the indices given; null stands for the whole axis.</summary>
public sealed record Region(IReadOnlyList<int>? Facets = null, IReadOnlyList<int>? Rows = null, IReadOnlyList<int>? Columns = null)
{
    public static readonly Region All = new();

    public static Region Facet(int facet) => new(Facets: [facet]);

    public static Region Row(int facet, int row) => new([facet], [row]);

    public static Region Column(int facet, int column) => new([facet], Columns: [column]);
}

/// <summary>What a region says as one number. Missing cells take no part.</summary>
public enum RegionMeasure
{
    Count,
    Missing,
    Min,
    Max,
    Range,
    Mean,
    Median,
}

/// <summary>What two regions of equal shape say cell against cell, over the cells that both have.</summary>
public enum PairMeasure
{
    Shared,
    Higher,
    Equal,
    Lower,
    FirstMean,
    SecondMean,
    MeanDifference,
    SignP,
    LargestGap,
    GapCount,
}

/// <summary>What one row or column says as one number.</summary>
public enum LineMeasure
{
    Count,
    First,
    Last,
    Mean,
    CompleteMean,
    Range,
    Deviation,
    NetChange,
    Wins,
    Tau,
    TrendP,
    Slope,
    StepsUp,
    StepsDown,
    LargestStep,

    /// <summary>Rows that this one equals or beats in every shared column.</summary>
    RowsNotBelow,

    /// <summary>Of win rates: opponents beaten in more than half of the columns shared.</summary>
    Beaten,

    /// <summary>Cells whose stored value is above the mean of their column, or row.</summary>
    AboveMean,

    /// <summary>Cells shown above zero.</summary>
    Positive,

    /// <summary>Cells shown below zero.</summary>
    Negative,
}

/// <summary>How the rows of all facets are filled.</summary>
public enum CoverageMeasure
{
    Lines,
    Least,
    Most,
    Median,
    Complete,
    Empty,
}

/// <summary>A family of tests that is corrected together.</summary>
public enum TestFamily
{
    RowTrends,
    PairedNames,
    ColumnAgreement,
    ChangePoints,
    TrendDifferences,
    Crossings,
    GroupDifferences,
    ColumnGroups,
    Chance,
    NativeAdvantage,
    Changes,
}

public enum TrendVerdict
{
    Falls,
    Rises,
    NoTrend,
}

/// <summary>A number that a sentence states, written down as what it means, so that a second reader of the table can recompute it.</summary>
public abstract record Quantity
{
    private Quantity()
    {
    }

    public sealed record Constant(double Value) : Quantity;

    /// <summary>Labels of an axis.</summary>
    public sealed record Size(Axis Axis) : Quantity;

    /// <summary>The displayed value of one cell.</summary>
    public sealed record Cell(CellAddress Address) : Quantity;

    public sealed record Difference(Quantity First, Quantity Second) : Quantity;

    public sealed record Absolute(Quantity Inner) : Quantity;

    /// <summary>A hundred times the share.</summary>
    public sealed record Percent(Quantity Part, Quantity Whole) : Quantity;

    public sealed record Over(RegionMeasure Measure, Region Region) : Quantity;

    /// <summary>Cells whose displayed value compares so with the bound.</summary>
    public sealed record CountWhere(Region Region, Comparison Comparison, Quantity Bound) : Quantity;

    public sealed record Paired(PairMeasure Measure, Region First, Region Second) : Quantity;

    public sealed record Line(LineMeasure Measure, Axis Axis, int Facet, int Index) : Quantity;

    /// <summary>Rows or columns whose measure compares so with the bound, <paramref name="Except"/> left out.</summary>
    public sealed record LinesWhere(LineMeasure Measure, Axis Axis, int Facet, Comparison Comparison, Quantity Bound, IReadOnlyList<int> Except) : Quantity;

    /// <summary>Median over some rows or columns of their means.</summary>
    public sealed record MedianOfMeans(Axis Axis, int Facet, IReadOnlyList<int> Labels) : Quantity;

    /// <summary>Columns (of the facet) in which every live row has a value.</summary>
    public sealed record CompleteColumns(int Facet) : Quantity;

    public sealed record RowCoverage(CoverageMeasure Measure) : Quantity;

    /// <summary>Rows whose trend, corrected over all rows, has this verdict.</summary>
    public sealed record Trends(int Facet, TrendVerdict Verdict) : Quantity;

    /// <summary>The p-value of one member of a family of tests.</summary>
    public sealed record P(TestFamily Family, int Facet, int First, int Second = 0) : Quantity;

    /// <summary>The same after Benjamini-Hochberg over the whole family.</summary>
    public sealed record Corrected(TestFamily Family, int Facet, int First, int Second = 0) : Quantity;

    /// <summary>A figure of the table's structure, by name and indices; see <see cref="StructureMeasure"/>.</summary>
    public sealed record Structure(StructureMeasure Measure, int Facet, int First = 0, int Second = 0) : Quantity;

    /// <summary>How two rows' entities fare against each other in the scores behind a table of win rates.</summary>
    public sealed record Duel(DuelMeasure Measure, int First, int Second) : Quantity;

    /// <summary>What came with a cell about its precision; the cell does not matter to figures of the whole table.</summary>
    public sealed record Precision(PrecisionMeasure Measure, CellAddress Address) : Quantity;

    /// <summary>A figure that needs the previous publication as well.</summary>
    public sealed record Change(ChangeMeasure Measure, string Entity = "") : Quantity;

    /// <summary>A figure of the ranking that came with the table.</summary>
    public sealed record Standing(StandingMeasure Measure, string Entity = "") : Quantity;
}
