namespace BenchWorker.Analysis;

/// <summary>The groups of one axis that are large enough to be held against each other.</summary>
/// <param name="Name">As the axis declares it.</param>
/// <param name="Members">Indices on the axis, ascending.</param>
internal sealed record LabelGroup(Axis Axis, string Name, int[] Members)
{
    /// <summary>Fewer labels a group leave a permutation of them too coarse.</summary>
    public const int MinMembers = 5;

    /// <summary>More groups make more pairs than anyone reads about.</summary>
    private const int MostGroups = 6;

    /// <summary>Groups of the columns, then those of the rows; none of an axis with too many.</summary>
    public static IReadOnlyList<LabelGroup> Of(HeatmapTable table) => [.. Of(Axis.Column, table.Columns), .. Of(Axis.Row, table.Rows)];

    private static LabelGroup[] Of(Axis axis, HeatmapAxis labels)
    {
        if (labels.Groups is not { } groups)
            return [];
        LabelGroup[] large =
        [
            .. Enumerable.Range(0, labels.Count).Where(label => groups[label].Length > 0).GroupBy(label => groups[label], StringComparer.Ordinal)
                .Select(group => new LabelGroup(axis, group.Key, [.. group])).Where(static group => group.Members.Length >= MinMembers),
        ];
        return large.Length <= MostGroups ? large : [];
    }
}
