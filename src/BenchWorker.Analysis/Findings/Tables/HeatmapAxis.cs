namespace BenchWorker.Analysis;

/// <summary>One axis of a heatmap as its readers see it.</summary>
/// <param name="Name">What the labels are: "model", "Length". Not empty.</param>
/// <param name="Labels">In the order shown; unique, not empty.</param>
public sealed record HeatmapAxis(string Name, IReadOnlyList<string> Labels)
{
    /// <summary>The labels have an order of their own (steps, lengths, dates); trends along them mean something.</summary>
    public bool Ordered { get; init; }

    /// <summary>The group of each label, same length as <see cref="Labels"/>; null for an axis without groups.</summary>
    public IReadOnlyList<string>? Groups { get; init; }

    public int Count => Labels.Count;
}

/// <summary>Address of one cell: indices into facets, rows and columns.</summary>
public readonly record struct CellAddress(int Facet, int Row, int Column)
{
    /// <summary>Cells whose displayed value fits, in facet, row, column order.</summary>
    internal static List<CellAddress> Where(HeatmapTable table, Func<double, bool> fits)
    {
        List<CellAddress> cells = [];
        (int rows, int columns) = (table.Rows.Count, table.Columns.Count);
        for (int i = 0; i < table.Shown.Length; i++)
        {
            if (fits(table.Shown[i]))
                cells.Add(new CellAddress(i / columns / rows, i / columns % rows, i % columns));
        }

        return cells;
    }
}

/// <summary>Closed range of a colour scale.</summary>
public readonly record struct ValueRange(double Low, double High);
