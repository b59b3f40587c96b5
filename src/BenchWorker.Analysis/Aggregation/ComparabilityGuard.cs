namespace BenchWorker.Analysis;

/// <summary>Says where a column sets side by side what was not measured alike.</summary>
internal static class ComparabilityGuard
{
    public static IEnumerable<ColumnRemark> Check(string column, IReadOnlyList<Result> rows, ScoreTableRules rules)
    {
        foreach (string field in ScoreTableRules.ConfigurationFields.Except(rules.Columns, StringComparer.Ordinal))
        {
            string[] values = Distinct(rows, field);
            if (values.Length > 1)
                yield return new(FlagKind.MixedConfiguration, column, field) { Values = values };
        }

        int nonFinite = rows.Count(row => CellBuilder.Read(row, rules).Missing == MissingReason.NonFinite);
        if (nonFinite > 0)
            yield return new(FlagKind.NonFinite, column) { Most = nonFinite };
        int impossible = rows.Count(CellBuilder.HasImpossibleUncertainty);
        if (impossible > 0)
            yield return new(FlagKind.ImpossibleUncertainty, column) { Most = impossible };
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
}
