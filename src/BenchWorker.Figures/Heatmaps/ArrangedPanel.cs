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

    /// <summary>For each cell the entry of the scale's map, <see cref="NoData"/> or <see cref="LeftOut"/>.</summary>
    public short[] ColourEntries { get; private init; } = [];

    /// <summary>Cells left out on purpose: not drawn, and not missing.</summary>
    public bool[]? Masked { get; init; }

    public const short NoData = -1, LeftOut = -2;

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

    public Rgb ColourOf(int cell) => Scale!.Map.Colours[ColourEntries[cell]];

    /// <summary>The colours of cells with data, each once.</summary>
    public IEnumerable<Rgb> UsedColours()
    {
        bool[] used = new bool[Colormap.Size];
        foreach (short entry in ColourEntries)
        {
            if (entry >= 0)
                used[entry] = true;
        }
        return Enumerable.Range(0, used.Length).Where(entry => used[entry]).Select(entry => Scale!.Map.Colours[entry]);
    }

    /// <summary>This panel with every cell coloured.</summary>
    public ArrangedPanel Coloured(ColourScale scale, double[] shades)
    {
        short[] entries = new short[CellCount];
        for (int cell = 0; cell < entries.Length; cell++)
            entries[cell] = !IsDrawn(cell) ? LeftOut : double.IsNaN(shades[cell]) ? NoData : (short)scale.IndexOf(shades[cell]);
        return this with { Scale = scale, Shades = shades, ColourEntries = entries };
    }

    /// <summary>Half-width of a cell's interval; NaN where it is not known.</summary>
    public double ErrorOf(int row, int column) =>
        Source.Errors is { } errors ? errors[RowOrder[row], ColumnOrder[column]] : double.NaN;

    public string? SecondLineOf(int row, int column) =>
        Source.SecondLines is { } lines ? lines[RowOrder[row], ColumnOrder[column]] : null;
}
