namespace BenchWorker.Analysis;

/// <summary>Says where a column sets side by side what was not measured alike.</summary>
internal static class ComparabilityGuard
{
    public static IEnumerable<ColumnRemark> Check(string column, IReadOnlyList<Result> rows, ScoreTableRules rules)
    {
        IReadOnlyDictionary<string, string>[] conditions = Conditions(rows);
        foreach (string field in ScoreTableRules.ConfigurationFields.Except(rules.Columns, StringComparer.Ordinal))
        {
            string[] values = Distinct(conditions, field);
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

    /// <summary>The rows' dimensions, those that many rows share once.</summary>
    private static IReadOnlyDictionary<string, string>[] Conditions(IReadOnlyList<Result> rows)
    {
        var seen = new HashSet<IReadOnlyDictionary<string, string>>(ReferenceEqualityComparer.Instance);
        IReadOnlyDictionary<string, string>? last = null;
        foreach (Result row in rows)
        {
            if (!ReferenceEquals(row.Dimensions, last))
                seen.Add(last = row.Dimensions);
        }

        return [.. seen];
    }

    /// <summary>In ordinal order; rows that do not say are not another value.</summary>
    private static string[] Distinct(IReadOnlyDictionary<string, string>[] conditions, string field)
    {
        SortedSet<string>? values = null;
        string? last = null;
        foreach (IReadOnlyDictionary<string, string> condition in conditions)
        {
            if (condition.TryGetValue(field, out string? value) && value.Length > 0 && !string.Equals(value, last, StringComparison.Ordinal))
                (values ??= new(StringComparer.Ordinal)).Add(last = value);
        }

        return values is null ? [] : [.. values];
    }
}
