using System.Diagnostics;
using System.Globalization;

namespace BenchWorker.Analysis;

/// <summary>One thing that must be said of one column before its scores are compared.</summary>
/// <param name="Topic">The result columns that it is about; empty where it is about the scores themselves.</param>
internal sealed record ColumnRemark(FlagKind Kind, string Column, string Topic = "")
{
    /// <summary>The entries found under <see cref="Topic"/>.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>Rows concerned, or the fewest and most runs of a cell.</summary>
    public int Least { get; init; }

    public int Most { get; init; }
}

/// <summary>Remarks on single columns to flags: what is true of many columns is said once.</summary>
internal static class ColumnRemarks
{
    private const int Named = 3;

    /// <param name="columns">How many columns the table has.</param>
    public static IEnumerable<TableFlag> Flags(IEnumerable<ColumnRemark> remarks, int columns) => remarks
        .GroupBy(static remark => (remark.Kind, remark.Topic))
        .Select(group => Flag([.. group], columns));

    private static TableFlag Flag(ColumnRemark[] alike, int columns)
    {
        (ColumnRemark first, bool one) = (alike[0], alike.Length == 1);
        string subject = Subject(alike, columns);
        string opening = one || alike.Length < columns ? subject : char.ToUpperInvariant(subject[0]) + subject[1..];
        return new(first.Kind, subject, first.Kind switch
        {
            FlagKind.MixedConfiguration => Mixed(alike, opening),
            FlagKind.MergedConditions => $"Scores of {subject} combine rows that differ in {first.Topic}.",
            FlagKind.UnequalBestOf => Invariant($"Scores of {subject} are the best of {alike.Min(static remark => remark.Least)} to {alike.Max(static remark => remark.Most)} runs; more runs raise the expected best."),
            FlagKind.ContradictoryDirection => $"Rows of {subject} disagree about which way is better, so {(one ? "it is" : "they are")} not ranked.",
            FlagKind.NonFinite => $"{opening} {Rows(alike, out bool single)} whose value is no finite number; {(single ? "it counts" : "they count")} as missing.",
            FlagKind.ImpossibleUncertainty => $"{opening} {Rows(alike, out _)} whose standard error or sample count cannot be; both were left out there.",
            _ => throw new UnreachableException(),
        });
    }

    private static string Mixed(ColumnRemark[] alike, string opening)
    {
        ColumnRemark first = alike[0];
        if (alike.Length == 1)
            return Invariant($"{opening} mixes {first.Values.Count} values of {first.Topic} ({Listed(first.Values)}).");
        return alike.All(remark => remark.Values.SequenceEqual(first.Values, StringComparer.Ordinal))
            ? Invariant($"{opening} mix {first.Values.Count} values of {first.Topic} ({Listed(first.Values)}).")
            : $"{opening} mix values of {first.Topic}, such as {first.Column} ({Listed(first.Values)}).";
    }

    private static string Subject(ColumnRemark[] alike, int columns)
    {
        if (alike.Length == 1)
            return alike[0].Column;
        if (alike.Length == columns)
            return columns == 2 ? "both columns" : Invariant($"all {columns} columns");
        string[] names = [.. alike.Select(static remark => remark.Column)];
        return alike.Length > Named
            ? Invariant($"{string.Join(", ", names.Take(Named))} and {alike.Length - Named} more columns")
            : $"{string.Join(", ", names[..^1])} and {names[^1]}";
    }

    private static string Rows(ColumnRemark[] alike, out bool single)
    {
        int rows = alike.Sum(static remark => remark.Most);
        single = rows == 1;
        return Invariant($"{(alike.Length == 1 ? "has" : "have")} {rows} {(single ? "row" : "rows")}");
    }

    private static string Listed(IReadOnlyList<string> values) =>
        string.Join(", ", values.Take(Named)) + (values.Count > Named ? ", ..." : "");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
