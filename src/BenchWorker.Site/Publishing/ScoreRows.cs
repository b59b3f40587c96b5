namespace BenchWorker.Site;

/// <summary>Every score of a small board.</summary>
/// <param name="Rows">One an entity, in the order of the places; null where there is no value.</param>
public sealed record ScoreRows(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<double?>> Rows)
{
    /// <summary>Made once for the pages of all the board's entities, each of which asks for every column.</summary>
    private readonly Lazy<double[][]> ascending = new(() => [.. Enumerable.Range(0, Columns.Count).Select(j => (double[])[.. Rows.Select(row => row[j]).OfType<double>().Order()])]);

    private readonly Lazy<int> decimals = new(() => DisplayNumber.Decimals(Rows.SelectMany(static row => row).OfType<double>()));

    /// <summary>The values of a column, the smallest first.</summary>
    internal ReadOnlySpan<double> Ascending(int column) => ascending.Value[column];

    /// <summary>How many decimals the board's scores are printed with.</summary>
    internal int Decimals() => decimals.Value;
}
