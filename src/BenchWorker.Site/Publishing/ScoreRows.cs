namespace BenchWorker.Site;

/// <summary>Every score of a small board.</summary>
/// <param name="rows">One an entity, in the order of the places; null where there is no value.</param>
/// <remarks>Not a record: a copy with other rows would keep the order of the old ones.</remarks>
public sealed class ScoreRows(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<double?>> rows)
{
    /// <summary>Made once for the pages of all the board's entities, each of which asks for every column.</summary>
    private readonly Lazy<double[][]> ascending = new(() => [.. Enumerable.Range(0, columns.Count).Select(j => (double[])[.. rows.Select(row => row[j]).OfType<double>().Order()])]);

    private readonly Lazy<int> decimals = new(() => DisplayNumber.Decimals(rows.SelectMany(static row => row).OfType<double>()));

    public IReadOnlyList<string> Columns { get; } = columns;

    public IReadOnlyList<IReadOnlyList<double?>> Rows { get; } = rows;

    /// <summary>The values of a column, the smallest first.</summary>
    internal ReadOnlySpan<double> Ascending(int column) => ascending.Value[column];

    /// <summary>How many decimals the board's scores are printed with.</summary>
    internal int Decimals() => decimals.Value;
}
