using BenchWorker.Figures;

namespace BenchWorker.Site;

/// <summary>The labels along one axis, in order, and where groups of them begin.</summary>
/// <param name="Labels">Distinct.</param>
/// <param name="Groups">In order; their counts add up to the labels. One group without a title when nothing was grouped.</param>
/// <param name="Hidden">Labels left out because only the first so many were asked for.</param>
internal sealed record AxisLabels(IReadOnlyList<string> Labels, IReadOnlyList<AxisGroup> Groups, int Hidden = 0)
{
    /// <summary>Declared labels first, the others in natural order; groups in the order of their first label, each with its labels together.</summary>
    /// <param name="declared">Labels in the order wanted.</param>
    /// <param name="groups">Null for none.</param>
    /// <param name="groupOf">A label's entry in the column that <see cref="GroupDeclaration.By"/> names.</param>
    /// <param name="top">Only so many labels are kept.</param>
    public static AxisLabels Arrange(
        IEnumerable<string> labels, IReadOnlyList<string> declared, GroupDeclaration? groups = null, Func<string, string?>? groupOf = null, int? top = null)
    {
        string prefix = groups?.Pairs?.TrimEnd('*') ?? "";
        string Base(string label) => prefix.Length > 0 && label.StartsWith(prefix, StringComparison.Ordinal) ? label[prefix.Length..] : label;
        Dictionary<string, int> position = Positions(declared);
        string[] all = [.. labels.Distinct(StringComparer.Ordinal)
            .OrderBy(label => position.GetValueOrDefault(Base(label), position.GetValueOrDefault(label, int.MaxValue)))
            .ThenBy(Base, NaturalOrder.Instance)
            .ThenBy(static label => label.Length)
            .ThenBy(static label => label, NaturalOrder.Instance)];
        string[] shown = all[..Math.Min(all.Length, top ?? int.MaxValue)];
        int hidden = all.Length - shown.Length;
        if (prefix.Length > 0)
            return new AxisLabels(shown, [.. shown.GroupBy(Base, StringComparer.Ordinal).Select(static group => new AxisGroup(null, group.Count()))], hidden);
        return Titled(groups, groupOf) is { } titleOf ? Grouped(shown, groups!, titleOf, hidden) : new AxisLabels(shown, [new AxisGroup(null, shown.Length)], hidden);
    }

    private static Func<string, string>? Titled(GroupDeclaration? groups, Func<string, string?>? groupOf) => groups switch
    {
        { Named: { } named } => label => named.FirstOrDefault(group => group.Labels.Contains(label, StringComparer.Ordinal))?.Title ?? "",
        { By: { } } when groupOf is not null => label => groupOf(label) ?? "",
        _ => null,
    };

    /// <summary>Named groups stand in their declared order, others by title; labels without a group come last, without a title.</summary>
    private static AxisLabels Grouped(string[] labels, GroupDeclaration groups, Func<string, string> titleOf, int hidden)
    {
        Dictionary<string, int> position = Positions([.. (groups.Named ?? []).Select(static group => group.Title)]);
        IGrouping<string, string>[] grouped = [.. labels.GroupBy(titleOf, StringComparer.Ordinal)
            .OrderBy(static group => group.Key.Length == 0)
            .ThenBy(group => position.GetValueOrDefault(group.Key, int.MaxValue))
            .ThenBy(static group => group.Key, NaturalOrder.Instance)];
        return new AxisLabels(
            [.. grouped.SelectMany(static group => group)], [.. grouped.Select(static group => new AxisGroup(group.Key.Length == 0 ? null : group.Key, group.Count()))], hidden);
    }

    private static Dictionary<string, int> Positions(IReadOnlyList<string> labels) =>
        labels.Distinct(StringComparer.Ordinal).Select(static (label, index) => (label, index)).ToDictionary(static p => p.label, static p => p.index, StringComparer.Ordinal);
}
