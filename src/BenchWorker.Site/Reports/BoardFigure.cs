using BenchWorker.Figures;

namespace BenchWorker.Site;

/// <summary>One figure of a board, composed for both themes.</summary>
/// <param name="slug">In file names, unique within the board.</param>
/// <param name="values">What the figure shows as a long table: header first, then one row a cell.</param>
/// <remarks>Not a record: a copy with other values would keep the file of the old ones.</remarks>
public sealed class BoardFigure(string slug, string title, Scene light, Scene dark, IEnumerable<IReadOnlyList<string>> values)
{
    private readonly Lazy<ReadOnlyMemory<byte>> csv = new(() => BoardTables.Figure(values));

    public string Slug => slug;

    public string Title => title;

    public Scene Light => light;

    public Scene Dark => dark;

    /// <summary>Written out anew whenever it is read.</summary>
    public IEnumerable<IReadOnlyList<string>> Values => values;

    /// <summary>The same as a file, which is both hashed and published.</summary>
    public ReadOnlyMemory<byte> Csv => csv.Value;

    /// <summary>False where a sentence stands in for a figure that could not be drawn.</summary>
    public bool IsDrawn { get; init; } = true;
}
