namespace BenchWorker.Figures;

/// <summary>A panel in the order it is drawn. All arrays are row-major, rows x columns.</summary>
internal sealed record ArrangedPanel
{
    public required MatrixPanel Source { get; init; }

    public required IReadOnlyList<string> Rows { get; init; }

    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>NaN = no data.</summary>
    public required double[] Values { get; init; }

    /// <summary>What the colours stand for; the values themselves unless standardised.</summary>
    public double[] Shades { get; init; } = [];

    /// <summary>For each drawn row its index in the source.</summary>
    public required int[] RowOrder { get; init; }

    public required int[] ColumnOrder { get; init; }

    public Dendrogram? RowTree { get; init; }

    public Dendrogram? ColumnTree { get; init; }

    public ColourScale? Scale { get; init; }

    /// <summary>Cells left out on purpose: not drawn, and not missing.</summary>
    public bool[]? Masked { get; init; }

    public int CellCount => Values.Length;

    public bool IsDrawn(int cell) => Masked is null || !Masked[cell];

    public bool HasData(int cell) => !double.IsNaN(Values[cell]) && IsDrawn(cell);

    public int CountMissing()
    {
        int missing = 0;
        for (int cell = 0; cell < Values.Length; cell++)
            missing += IsDrawn(cell) && double.IsNaN(Values[cell]) ? 1 : 0;
        return missing;
    }

    /// <summary>Half-width of a cell's interval; NaN where it is not known.</summary>
    public double ErrorOf(int row, int column) =>
        Source.Errors is { } errors ? errors[RowOrder[row], ColumnOrder[column]] : double.NaN;

    public string? SecondLineOf(int row, int column) =>
        Source.SecondLines is { } lines ? lines[RowOrder[row], ColumnOrder[column]] : null;
}
