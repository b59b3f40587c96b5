namespace BenchWorker.Site;

/// <summary>The labels along one axis, in order, and where groups of them begin.</summary>
/// <param name="Labels">Distinct.</param>
/// <param name="Groups">Number of labels in each group, in order; they add up to the labels. One group when nothing was grouped.</param>
internal sealed record AxisLabels(IReadOnlyList<string> Labels, IReadOnlyList<int> Groups)
{
    /// <summary>Declared labels first, the others in natural order; under <paramref name="pairs"/> a row stands below its counterpart.</summary>
    /// <param name="pairs">Prefix glob such as <c>neg_*</c>; null for no groups.</param>
    public static AxisLabels Arrange(IEnumerable<string> labels, IReadOnlyList<string> declared, string? pairs)
    {
        HashSet<string> present = new(labels, StringComparer.Ordinal);
        Dictionary<string, int> position = declared.Distinct(StringComparer.Ordinal).Select(static (label, index) => (label, index)).ToDictionary(static p => p.label, static p => p.index, StringComparer.Ordinal);
        string prefix = pairs?.TrimEnd('*') ?? "";
        string Base(string label) => prefix.Length > 0 && label.StartsWith(prefix, StringComparison.Ordinal) ? label[prefix.Length..] : label;

        string[] ordered = [.. present
            .OrderBy(label => position.GetValueOrDefault(Base(label), position.GetValueOrDefault(label, int.MaxValue)))
            .ThenBy(Base, NaturalOrder.Instance)
            .ThenBy(label => label.Length)
            .ThenBy(static label => label, NaturalOrder.Instance)];
        int[] groups = prefix.Length == 0 ? [ordered.Length] : [.. ordered.GroupBy(Base, StringComparer.Ordinal).Select(static group => group.Count())];
        return new AxisLabels(ordered, groups);
    }
}
