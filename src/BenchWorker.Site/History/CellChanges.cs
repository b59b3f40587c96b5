using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>One cell that differs between two publications; null where there was or is no value.</summary>
internal readonly record struct CellChange(string Column, double? Before, double? After)
{
    public double Size => Before is { } before && After is { } after ? Math.Abs(after - before) : 0;
}

/// <summary>Which cells of a board differ from those published before.</summary>
internal sealed class CellChanges
{
    private readonly Dictionary<string, CellChange[]> byEntity = new(StringComparer.Ordinal);

    private CellChanges()
    {
    }

    public int Changed { get; private set; }

    public int Added { get; private set; }

    public int Lost { get; private set; }

    public static CellChanges Between(ScoreTable before, ScoreTable after)
    {
        CellChanges changes = new();
        Dictionary<string, int> rows = Positions(before.Entities), columns = Positions([.. before.Columns.Select(static column => column.Name)]);
        for (int i = 0; i < after.Entities.Count; i++)
        {
            if (!rows.TryGetValue(after.Entities[i], out int row))
                continue;
            List<CellChange> found = [];
            for (int j = 0; j < after.Columns.Count; j++)
            {
                double? was = columns.TryGetValue(after.Columns[j].Name, out int column) ? ValueOf(before[row, column]) : null, now = ValueOf(after[i, j]);
                if (was != now)
                    found.Add(new CellChange(after.Columns[j].Name, was, now));
            }

            changes.Take(after.Entities[i], found);
        }

        return changes;
    }

    /// <summary>Largest first, those that came or went before those that differ.</summary>
    public IReadOnlyList<CellChange> Of(string entity) => byEntity.GetValueOrDefault(entity) ?? [];

    private void Take(string entity, List<CellChange> found)
    {
        Added += found.Count(static change => change.Before is null);
        Lost += found.Count(static change => change.After is null);
        Changed += found.Count(static change => change is { Before: not null, After: not null });
        if (found.Count > 0)
            byEntity[entity] = [.. found.OrderByDescending(static change => change.Before is null || change.After is null).ThenByDescending(static change => change.Size).ThenBy(static change => change.Column, StringComparer.Ordinal)];
    }

    private static double? ValueOf(Cell cell) => cell.HasValue ? cell.Value : null;

    private static Dictionary<string, int> Positions(IReadOnlyList<string> names) =>
        names.Select(static (name, index) => (name, index)).ToDictionary(static pair => pair.name, static pair => pair.index, StringComparer.Ordinal);
}
