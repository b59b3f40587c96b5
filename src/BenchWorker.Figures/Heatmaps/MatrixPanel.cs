using static System.FormattableString;

namespace BenchWorker.Figures;

/// <summary>One matrix with its labels.</summary>
public sealed record MatrixPanel
{
    /// <param name="rows">Labels from the top; they need not differ.</param>
    /// <param name="columns">Labels from the left.</param>
    /// <param name="values">values[i, j]: row i, column j. NaN (or infinite) = no data.</param>
    /// <exception cref="ArgumentException">The values' shape is not rows x columns.</exception>
    public MatrixPanel(IReadOnlyList<string> rows, IReadOnlyList<string> columns, double[,] values)
    {
        (Rows, Columns, Values) = (rows, columns, values);
        DemandShape(values.GetLength(0), values.GetLength(1), nameof(values));
    }

    public string? Title { get; init; }

    public IReadOnlyList<string> Rows { get; }

    public IReadOnlyList<string> Columns { get; }

    public double[,] Values { get; }

    /// <summary>Half-widths of the values' intervals, in their unit, same shape; NaN = not known. Shown as "± x" under the value.</summary>
    public double[,]? Errors
    {
        get;
        init
        {
            if (value is not null)
                DemandShape(value.GetLength(0), value.GetLength(1), nameof(Errors));
            field = value;
        }
    }

    /// <summary>A second line under each value, same shape; null or empty = none there. Instead of <see cref="Errors"/>, not beside them.</summary>
    public string?[,]? SecondLines
    {
        get;
        init
        {
            if (value is not null)
                DemandShape(value.GetLength(0), value.GetLength(1), nameof(SecondLines));
            field = value;
        }
    }

    /// <summary>Consecutive runs of rows from the top, with a gap between them; empty for none, else they cover all rows.</summary>
    public IReadOnlyList<AxisGroup> RowGroups
    {
        get;
        init => field = Covering(value, Rows.Count, nameof(RowGroups));
    } = [];

    /// <summary>Consecutive runs of columns from the left.</summary>
    public IReadOnlyList<AxisGroup> ColumnGroups
    {
        get;
        init => field = Covering(value, Columns.Count, nameof(ColumnGroups));
    } = [];

    /// <summary>What is better: one entry for the whole panel, or one for each column.</summary>
    public IReadOnlyList<Better> Better
    {
        get;
        init => field = value.Count == 1 || value.Count == Columns.Count
            ? value
            : throw new ArgumentException(Invariant($"{value.Count} directions fit neither the panel (1) nor its {Columns.Count} columns."), nameof(value));
    } = [Figures.Better.Higher];

    internal Better BetterIn(int column) => Better.Count == 1 ? Better[0] : Better[column];

    private static IReadOnlyList<AxisGroup> Covering(IReadOnlyList<AxisGroup> groups, int count, string name)
    {
        int covered = groups.Sum(static group => group.Count);
        return groups.Count == 0 || covered == count
            ? groups
            : throw new ArgumentException(Invariant($"The groups hold {covered} labels, the axis has {count}."), name);
    }

    private void DemandShape(int rows, int columns, string name)
    {
        if (rows != Rows.Count || columns != Columns.Count)
            throw new ArgumentException(Invariant($"A matrix of {rows} x {columns} does not fit {Rows.Count} row labels x {Columns.Count} column labels."), name);
    }
}

/// <summary>A run of neighbouring rows or columns.</summary>
/// <param name="Title">Null for a gap without a title.</param>
/// <param name="Count">How many, 1 or more.</param>
public readonly record struct AxisGroup(string? Title, int Count);

public enum Better
{
    Higher,
    Lower,

    /// <summary>Neither end is better; nothing is marked.</summary>
    Neither,
}
