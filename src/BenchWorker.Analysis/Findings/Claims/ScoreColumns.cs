namespace BenchWorker.Analysis;

/// <summary>A board's scores as the second code path reads them: once, from the published table, ranked columns only, higher is better.</summary>
internal sealed class ScoreColumns
{
    /// <summary>[column, row], NaN where missing.</summary>
    private readonly double[] values;
    private readonly int[] present;
    private readonly Dictionary<string, int> rows = new(StringComparer.Ordinal);

    public ScoreColumns(ScoreTable table)
    {
        int[] ranked = [.. Enumerable.Range(0, table.Columns.Count).Where(column => table.Columns[column].Counts)];
        (Rows, Count) = (table.Entities.Count, ranked.Length);
        (values, present) = (new double[Count * Rows], new int[Count]);
        int[] signs = [.. ranked.Select(column => table.Columns[column].Direction == Direction.LowerIsBetter ? -1 : 1)];
        List<int> live = [];
        for (int row = 0; row < Rows; row++)
        {
            int has = 0;
            for (int column = 0; column < Count; column++)
            {
                Cell cell = table[row, ranked[column]];
                values[(column * Rows) + row] = cell.HasValue ? signs[column] * cell.Value : double.NaN;
                has += cell.HasValue ? 1 : 0;
                present[column] += cell.HasValue ? 1 : 0;
            }

            rows.TryAdd(table.Entities[row], row);
            if (has > 0)
                live.Add(row);
        }

        Live = live;
    }

    public int Rows { get; }

    public int Count { get; }

    /// <summary>Rows that have any score, ascending.</summary>
    public IReadOnlyList<int> Live { get; }

    /// <summary>One column's scores by row, NaN where missing.</summary>
    public ReadOnlySpan<double> Of(int column) => values.AsSpan(column * Rows, Rows);

    /// <summary>Rows that have a score in the column.</summary>
    public int Present(int column) => present[column];

    /// <summary>-1 for an entity that the table does not have.</summary>
    public int RowOf(string entity) => rows.GetValueOrDefault(entity, -1);
}
