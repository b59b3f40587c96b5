namespace BenchWorker.Analysis;

/// <summary>Two publications of a board's scores, cell against cell by the names of entity and column.</summary>
internal static class CellDifference
{
    /// <returns>Cells with a value both times that differ, cells that got one, and cells that lost theirs, the entities and columns of either counted.</returns>
    public static (int Changed, int Gained, int Lost) Between(ScoreTable previous, ScoreTable current)
    {
        Dictionary<(string, string), double> before = Values(previous);
        Dictionary<(string, string), double> now = Values(current);
        return (
            now.Count(cell => before.TryGetValue(cell.Key, out double old) && old != cell.Value),
            now.Keys.Count(cell => !before.ContainsKey(cell)),
            before.Keys.Count(cell => !now.ContainsKey(cell)));
    }

    /// <summary>Ranked columns in which the entity has a value both times.</summary>
    public static int SharedColumns(ScoreTable previous, ScoreTable current, string entity)
    {
        HashSet<string> before = [.. Columns(previous, entity)];
        return Columns(current, entity).Count(before.Contains);
    }

    private static IEnumerable<string> Columns(ScoreTable table, string entity)
    {
        int row = table.Entities.ToList().IndexOf(entity);
        return Enumerable.Range(0, table.Columns.Count).Where(column => row >= 0 && table.Columns[column].Counts && table[row, column].HasValue)
            .Select(column => table.Columns[column].Name);
    }

    private static Dictionary<(string, string), double> Values(ScoreTable table)
    {
        Dictionary<(string, string), double> values = [];
        for (int row = 0; row < table.Entities.Count; row++)
            for (int column = 0; column < table.Columns.Count; column++)
                if (table[row, column].HasValue)
                    values[(table.Entities[row], table.Columns[column].Name)] = table[row, column].Value;
        return values;
    }
}
