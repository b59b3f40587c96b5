namespace BenchWorker.Analysis;

/// <summary>One column of a score table: a task with one metric, or whatever the board ranks over.</summary>
/// <param name="Name">Unique within the table.</param>
/// <param name="Group">Columns of one group are averaged together under grouped means; null for none.</param>
/// <param name="Weight">For weighted means; not negative.</param>
public sealed record ScoreColumn(string Name, Direction Direction, string? Group = null, double Weight = 1);

/// <summary>Scores of every entity (usually a model) in every column.</summary>
/// <remarks><c>table[i, j]</c>: entity i in column j. Entities and columns are in ordinal order of name unless the board declares one.</remarks>
public sealed class ScoreTable
{
    private readonly Cell[] cells;

    /// <exception cref="ArgumentException">The number of cells is not entities x columns, or a cell's value and reason disagree.</exception>
    public ScoreTable(IReadOnlyList<string> entities, IReadOnlyList<ScoreColumn> columns, Cell[] cells)
    {
        if (cells.Length != entities.Count * columns.Count)
            throw new ArgumentException($"{cells.Length} cells cannot fill {entities.Count} entities x {columns.Count} columns.", nameof(cells));
        if (cells.Any(static cell => double.IsFinite(cell.Value) != cell.HasValue))
            throw new ArgumentException("A cell is finite exactly when it is not missing.", nameof(cells));
        Entities = entities;
        Columns = columns;
        this.cells = cells;
    }

    public IReadOnlyList<string> Entities { get; }

    public IReadOnlyList<ScoreColumn> Columns { get; }

    /// <summary>Row-major, length Entities x Columns.</summary>
    public ReadOnlySpan<Cell> Cells => cells;

    public Cell this[int entity, int column] => cells[(entity * Columns.Count) + column];
}
