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
        int[] applicable = [.. live.Where(j => table[entity, j].Missing != MissingReason.NotApplicable)];
        int[] present = [.. applicable.Where(j => table[entity, j].HasValue)];
        double total = applicable.Sum(j => table.Columns[j].Weight);
        return new(present.Length, applicable.Length, total == 0 ? 0 : present.Sum(j => table.Columns[j].Weight) / total);
    }

    private static bool IsLive(ScoreTable table, int column) =>
        Enumerable.Range(0, table.Entities.Count).Any(i => table[i, column].HasValue);
}
