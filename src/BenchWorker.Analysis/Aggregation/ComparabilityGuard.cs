namespace BenchWorker.Analysis;

/// <summary>Says where a column sets side by side what was not measured alike.</summary>
internal static class ComparabilityGuard
{
    private const int NamedValues = 3;

    public static IEnumerable<TableFlag> Check(string column, IReadOnlyList<Result> rows, ScoreTableRules rules)
    {
        foreach (string field in ScoreTableRules.ConfigurationFields.Except(rules.Columns, StringComparer.Ordinal))
        {
            string[] values = Distinct(rows, field);
            if (values.Length > 1)
                yield return new(FlagKind.MixedConfiguration, column, $"{column} mixes {values.Length} values of {field} ({Named(values)}).");
        }

        int nonFinite = rows.Count(row => CellBuilder.Read(row, rules).Missing == MissingReason.NonFinite);
        if (nonFinite > 0)
            yield return new(FlagKind.NonFinite, column, $"{column} has {nonFinite} rows whose value is no finite number; they count as missing.");
        int impossible = rows.Count(CellBuilder.HasImpossibleUncertainty);
        if (impossible > 0)
            yield return new(FlagKind.ImpossibleUncertainty, column, $"{column} has {impossible} rows whose standard error or sample count cannot be; both were left out there.");
    }

    /// <summary>In ordinal order; rows that do not say are not another value.</summary>
    private static string[] Distinct(IReadOnlyList<Result> rows, string field)
    {
        SortedSet<string>? values = null;
        string? last = null;
        foreach (Result row in rows)
        {
            if (row.Dimensions.TryGetValue(field, out string? value) && value.Length > 0 && !string.Equals(value, last, StringComparison.Ordinal))
                (values ??= new(StringComparer.Ordinal)).Add(last = value);
        }

        return values is null ? [] : [.. values];
    }

    private static string Named(string[] values) =>
        string.Join(", ", values.Take(NamedValues)) + (values.Length > NamedValues ? ", ..." : "");
}
