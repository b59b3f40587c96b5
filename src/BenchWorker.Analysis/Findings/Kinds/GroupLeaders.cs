using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>Groups of columns in which different rows lead (G3).</summary>
internal static class GroupLeaders
{
    private static readonly Template Differ = new(FindingKinds.G3, "Which row has the best mean depends on the group of columns{where}: {leaders}.");

    private static readonly Template Leader = new(FindingKinds.G3, "{row} in {group} ({x} over {n} columns)");

    private const int MinColumns = 3;

    /// <summary>More groups make a list, not a sentence.</summary>
    private const int MaxGroups = 6;

    public static IEnumerable<Finding> From(TableFacts facts)
    {
        HeatmapTable table = facts.Table;
        if (table.Columns.Groups is not { } groups || !table.CommensurableColumns || !facts.Ranked || table.Compared != Axis.Row || table.Rows.Count < 2)
            yield break;
        (string Name, int[] Columns)[] large =
        [
            .. Enumerable.Range(0, table.Columns.Count).Where(column => groups[column].Length > 0).GroupBy(column => groups[column], StringComparer.Ordinal)
                .Select(static group => (group.Key, group.ToArray())).Where(static group => group.Item2.Length >= MinColumns),
        ];
        if (large.Length is < 2 or > MaxGroups)
            yield break;
        foreach (FacetFacts facet in facts.Facets)
            if (Tell(facet, large) is { } finding)
                yield return finding;
    }

    /// <summary>Null where the groups have one leader, or a group has none: gaps or a tie.</summary>
    private static Finding? Tell(FacetFacts facet, (string Name, int[] Columns)[] groups)
    {
        HeatmapTable table = facet.Table;
        List<(string Group, int[] Columns, int Row, double Mean)> leaders = [];
        foreach ((string name, int[] columns) in groups)
        {
            double[] means = [.. Enumerable.Range(0, table.Rows.Count).Select(row => columns.Sum(column => table[facet.Index, row, column]) / columns.Length)];
            double[] keys = [.. means.Select(mean => facet.Facts.Key.Of(facet.Facts.Sign * mean))];
            if (means.Any(double.IsNaN) || keys.Count(key => key == keys.Max()) > 1)
                return null;
            int row = Array.IndexOf(keys, keys.Max());
            leaders.Add((name, columns, row, means[row]));
        }

        if (leaders.Select(static leader => leader.Row).Distinct().Count() == 1)
            return null;
        return new Finding
        {
            Sentence = Differ.With(("where", Where(facet.Index)), ("leaders", new Fill.Clauses([.. leaders.Select(leader => Leader.With(
                ("row", Rows(leader.Row)), ("group", Label(leader.Group)), ("n", Count(new Quantity.Over(RegionMeasure.Count, Cells(facet, leader.Row, leader.Columns)), leader.Columns.Length)),
                ("x", Number(Mean(facet, leader.Row, leader.Columns), leader.Mean, facet.MeanDecimals))))], ", "))),
            Checks =
            [
                .. from leader in leaders
                   from other in Enumerable.Range(0, table.Rows.Count)
                   where other != leader.Row
                   select new Check(Mean(facet, leader.Row, leader.Columns), facet.Facts.Sign > 0 ? Comparison.Greater : Comparison.Less, Mean(facet, other, leader.Columns)),
            ],
            Effect = 1,
            Covered = table.Rows.Count * leaders.Sum(static leader => leader.Columns.Length),
            Cells = [.. leaders.SelectMany(leader => leader.Columns.Select(column => new CellAddress(facet.Index, leader.Row, column)))],
            Subjects = [.. leaders.Select(leader => table.Rows.Labels[leader.Row]).Distinct(StringComparer.Ordinal)],
        };
    }

    private static Region Cells(FacetFacts facet, int row, int[] columns) => new([facet.Index], [row], columns);

    private static Quantity Mean(FacetFacts facet, int row, int[] columns) => new Quantity.Over(RegionMeasure.Mean, Cells(facet, row, columns));
}
