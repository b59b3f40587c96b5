using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>Puts the labels of a figure's axes in order and in groups, by what the board's rows and standings say.</summary>
internal sealed class LabelArrangement(IReadOnlyList<Result> results, ScoreTableRules rules, IReadOnlyList<string> standings)
{
    /// <summary>Names the task's own group, as the source tells it, where no result column is called so.</summary>
    private const string TaskGroup = "group";

    public AxisLabels Of(AxisDeclaration axis, IEnumerable<string> labels)
    {
        bool byStanding = axis.Labels.Count == 0 && axis.Order == AxisOrder.Mean && axis.Field == rules.Entity;
        return AxisLabels.Arrange(labels, byStanding ? standings : axis.Labels, axis.Groups, GroupOf(axis), axis.Top);
    }

    private Func<string, string?>? GroupOf(AxisDeclaration axis)
    {
        if (axis.Groups?.By is not { } by)
            return null;
        Dictionary<string, string> groups = new(StringComparer.Ordinal);
        foreach (Result result in results)
        {
            if (result.Field(axis.Field) is { } label && result.Field(by) is { Length: > 0 } group
                && (!groups.TryGetValue(label, out string? other) || NaturalOrder.Instance.Compare(group, other) < 0))
                groups[label] = group;
        }

        return groups.Count == 0 && by == TaskGroup ? label => rules.Groups.GetValueOrDefault(label) : label => groups.GetValueOrDefault(label);
    }
}
