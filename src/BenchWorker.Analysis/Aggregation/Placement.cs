using System.Runtime.InteropServices;

namespace BenchWorker.Analysis;

/// <summary>Which entity and which column every row belongs to. Rows are sorted once by column, then entity, and sliced from there.</summary>
internal sealed class Placement
{
    private readonly Result[] rows;
    private readonly int[] entityOfRow;
    private readonly int[] columnStarts;

    private Placement(string[] entities, string[] columns, Result[] rows, int[] entityOfRow, int[] columnStarts, int unplaced)
    {
        Entities = entities;
        Columns = columns;
        this.rows = rows;
        this.entityOfRow = entityOfRow;
        this.columnStarts = columnStarts;
        Unplaced = unplaced;
    }

    /// <summary>Ordinal order.</summary>
    public IReadOnlyList<string> Entities { get; }

    /// <summary>Ordinal order.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Rows that name no entity or no column.</summary>
    public int Unplaced { get; }

    /// <summary>Whether some row is of a subset that is not a total.</summary>
    public bool HasMembers { get; private init; }

    public static Placement Of(IReadOnlyList<Result> results, ScoreTableRules rules)
    {
        var entities = new Labels();
        var columns = new Labels();
        Func<Result, string?> column = ColumnName.For(results, rules);
        var placed = new List<(int Column, int Entity, Result Row)>(results.Count);
        foreach (Result row in results)
        {
            if (row.Field(rules.Entity) is { Length: > 0 } entity && column(row) is { Length: > 0 } name)
                placed.Add((columns.Id(name), entities.Id(entity), row));
        }

        int[] columnOrder = columns.OrdinalPositions(out string[] columnNames);
        int[] entityOrder = entities.OrdinalPositions(out string[] entityNames);
        long[] keys = new long[placed.Count];
        Result[] sorted = new Result[placed.Count];
        for (int k = 0; k < keys.Length; k++)
        {
            keys[k] = ((long)columnOrder[placed[k].Column] << 32) | (uint)entityOrder[placed[k].Entity];
            sorted[k] = placed[k].Row;
        }

        Array.Sort(keys, sorted);
        return new(entityNames, columnNames, sorted, [.. keys.Select(static key => (int)(key & 0xFFFFFFFF))], Starts(keys, columnNames.Length), results.Count - placed.Count)
        {
            HasMembers = results.Any(row => row.Subset is null || !rules.Totals.Contains(row.Subset, StringComparer.Ordinal)),
        };
    }

    public IReadOnlyList<Result> RowsOfColumn(int j) => new ArraySegment<Result>(rows, columnStarts[j], columnStarts[j + 1] - columnStarts[j]);

    /// <summary>Every entity that has a row in the column, with its rows.</summary>
    public IEnumerable<(int Entity, IReadOnlyList<Result> Rows)> CellsOfColumn(int j)
    {
        int end;
        for (int start = columnStarts[j]; start < columnStarts[j + 1]; start = end)
        {
            end = start + 1;
            while (end < columnStarts[j + 1] && entityOfRow[end] == entityOfRow[start])
                end++;
            yield return (entityOfRow[start], new ArraySegment<Result>(rows, start, end - start));
        }
    }

    private static int[] Starts(long[] sortedKeys, int columns)
    {
        int[] starts = new int[columns + 1];
        foreach (long key in sortedKeys)
            starts[(key >> 32) + 1]++;
        for (int j = 0; j < columns; j++)
            starts[j + 1] += starts[j];
        return starts;
    }

    /// <summary>Numbers labels in order of appearance, and knows their ordinal positions.</summary>
    private sealed class Labels
    {
        private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);

        public int Id(string label)
        {
            ref int id = ref CollectionsMarshal.GetValueRefOrAddDefault(ids, label, out bool known);
            return known ? id : id = ids.Count - 1;
        }

        public int[] OrdinalPositions(out string[] sorted)
        {
            sorted = [.. ids.Keys.Order(StringComparer.Ordinal)];
            int[] positions = new int[sorted.Length];
            for (int position = 0; position < sorted.Length; position++)
                positions[ids[sorted[position]]] = position;
            return positions;
        }
    }
}
