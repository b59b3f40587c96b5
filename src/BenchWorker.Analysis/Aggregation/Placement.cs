using System.Runtime.InteropServices;

namespace BenchWorker.Analysis;

/// <summary>Which entity and which column every row belongs to. Rows are sorted once by column, then entity, and sliced from there.</summary>
internal sealed class Placement
{
    private readonly Result[] rows;
    private readonly long[] keys;
    private readonly int[] columnStarts;

    private Placement(string[] entities, string[] columns, Result[] rows, long[] keys, int[] columnStarts, int unplaced)
    {
        Entities = entities;
        Columns = columns;
        this.rows = rows;
        this.keys = keys;
        this.columnStarts = columnStarts;
        Unplaced = unplaced;
    }

    /// <summary>Ordinal order.</summary>
    public IReadOnlyList<string> Entities { get; }

    /// <summary>Ordinal order.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Rows that name no entity or no column.</summary>
    public int Unplaced { get; }

    /// <summary>Whether some row is of a subset and a task that are no totals.</summary>
    public bool HasMembers { get; private init; }

    public static Placement Of(IReadOnlyList<Result> results, ScoreTableRules rules)
    {
        var entities = new Labels();
        var columns = new Labels();
        Func<Result, string?> column = ColumnName.For(results, rules);
        long[] places = new long[results.Count];
        Result[] sorted = new Result[results.Count];
        int placed = 0;
        foreach (Result row in results)
        {
            if (row.Field(rules.Entity) is { Length: > 0 } entity && column(row) is { Length: > 0 } name)
                (places[placed], sorted[placed++]) = (Key(columns.Id(name), entities.Id(entity)), row);
        }

        int[] columnOrder = columns.OrdinalPositions(out string[] columnNames);
        int[] entityOrder = entities.OrdinalPositions(out string[] entityNames);
        for (int k = 0; k < placed; k++)
            places[k] = Key(columnOrder[ColumnOf(places[k])], entityOrder[EntityOf(places[k])]);
        Array.Sort(places, sorted, 0, placed);
        return new(entityNames, columnNames, sorted, places, Starts(places.AsSpan(0, placed), columnNames.Length), results.Count - placed)
        {
            HasMembers = results.Any(row => !rules.IsTotal(row)),
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
            while (end < columnStarts[j + 1] && keys[end] == keys[start])
                end++;
            yield return (EntityOf(keys[start]), new ArraySegment<Result>(rows, start, end - start));
        }
    }

    private static long Key(int column, int entity) => ((long)column << 32) | (uint)entity;

    private static int ColumnOf(long key) => (int)(key >> 32);

    private static int EntityOf(long key) => (int)(key & 0xFFFFFFFF);

    private static int[] Starts(ReadOnlySpan<long> sortedKeys, int columns)
    {
        int[] starts = new int[columns + 1];
        foreach (long key in sortedKeys)
            starts[ColumnOf(key) + 1]++;
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
