namespace BenchWorker.Analysis;

/// <summary>How much each counting column weighs in a mean.</summary>
internal static class ColumnWeights
{
    /// <returns>One per counting column, finite and not negative; null where the kind asks for sample counts that are not known.</returns>
    public static double[]? Of(ScoreTable table, MeanKind kind)
    {
        int[] counting = [.. Enumerable.Range(0, table.Columns.Count).Where(j => table.Columns[j].Counts)];
        switch (kind)
        {
            case MeanKind.Weighted:
                return [.. counting.Select(j => table.Columns[j].Weight)];
            case MeanKind.Macro:
                return [.. counting.Select(static _ => 1.0)];
            case MeanKind.Micro:
                double?[] samples = [.. counting.Select(j => Samples(table, j))];
                return samples.Any(static count => count is null) ? null : [.. samples.Select(static count => count ?? 0)];
            default:
                string[] groups = Groups(table);
                Dictionary<string, int> sizes = groups.CountBy(static group => group, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
                return [.. groups.Select(group => 1.0 / sizes[group])];
        }
    }

    /// <summary>One group per counting column; a column that has none is a group of its own.</summary>
    public static string[] Groups(ScoreTable table) =>
        [.. table.Columns.Where(static column => column.Counts).Select(static column => column.Group is { } group ? "group " + group : "column " + column.Name)];

    /// <summary>The size of a column: the most samples behind any of its scores. Null where no score says; 0 where there is no score.</summary>
    private static double? Samples(ScoreTable table, int column)
    {
        double? most = null;
        bool any = false;
        for (int i = 0; i < table.Entities.Count; i++)
        {
            Cell cell = table[i, column];
            any |= cell.HasValue;
            if (cell is { HasValue: true, SampleCount: { } count })
                most = Math.Max(most ?? 0, count);
        }

        return any ? most : 0;
    }
}
