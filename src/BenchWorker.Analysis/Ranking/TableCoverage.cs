namespace BenchWorker.Analysis;

/// <summary>How much of the table one entity covers.</summary>
/// <param name="Present">Counting columns with a value.</param>
/// <param name="Columns">Counting columns that some entity has a value in, less those that do not apply to this entity.</param>
/// <param name="Share">The same by weight, in [0, 1].</param>
internal readonly record struct TableCoverage(int Present, int Columns, double Share)
{
    public static TableCoverage[] Of(ScoreTable table)
    {
        int[] live = [.. Enumerable.Range(0, table.Columns.Count).Where(j => table.Columns[j].Counts && IsLive(table, j))];
        return [.. Enumerable.Range(0, table.Entities.Count).Select(i => Of(table, i, live))];
    }

    private static TableCoverage Of(ScoreTable table, int entity, int[] live)
    {
        (int present, int applicable, double weight, double total) = (0, 0, 0, 0);
        foreach (int column in live)
        {
            Cell cell = table[entity, column];
            if (cell.Missing == MissingReason.NotApplicable)
                continue;
            applicable++;
            total += table.Columns[column].Weight;
            if (!cell.HasValue)
                continue;
            present++;
            weight += table.Columns[column].Weight;
        }

        return new(present, applicable, total == 0 ? 0 : weight / total);
    }

    private static bool IsLive(ScoreTable table, int column) =>
        Enumerable.Range(0, table.Entities.Count).Any(i => table[i, column].HasValue);
}
