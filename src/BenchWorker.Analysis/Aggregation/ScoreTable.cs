namespace BenchWorker.Analysis;

/// <summary>One column of a score table: a task with one metric, or whatever the board ranks over.</summary>
/// <param name="Name">Unique within the table.</param>
/// <param name="Group">Columns of one group are averaged together under grouped means; null for none.</param>
/// <param name="Weight">For weighted means; finite, not negative.</param>
/// <param name="IsTotal">A total of other columns: shown, never averaged or ranked with its members.</param>
public sealed record ScoreColumn(string Name, Direction Direction, string? Group = null, double Weight = 1, bool IsTotal = false)
{
    /// <summary>Whether the column takes part in rankings and means.</summary>
    public bool Counts => Direction != Direction.Unknown && !IsTotal;

    /// <summary>Score of guessing, in the column's unit; null when it is not declared.</summary>
    public double? Chance { get; init; }

    /// <summary>Best possible score: the metric's upper bound, or its lower one where lower is better; null when it is not declared.</summary>
    public double? Limit { get; init; }
}

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

    /// <summary>What a reader must know before comparing; empty where there is nothing.</summary>
    public IReadOnlyList<TableFlag> Flags { get; init; } = [];

    public IReadOnlyList<string> Entities { get; }

    public IReadOnlyList<ScoreColumn> Columns { get; }

    /// <summary>Row-major, length Entities x Columns.</summary>
    public ReadOnlySpan<Cell> Cells => cells;

    /// <summary>The table of a board's rows: one cell for every entity and column that some row names, in ordinal order of name.</summary>
    /// <remarks>Independent of the order of rows. Never throws for what a row holds: bad values are missing with a reason, unlike rows are flagged.</remarks>
    public static ScoreTable From(IReadOnlyList<Result> results, ScoreTableRules rules) => ScoreTableBuilder.Build(results, rules);

    public Cell this[int entity, int column] => cells[(entity * Columns.Count) + column];
}
