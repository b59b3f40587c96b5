namespace BenchWorker.Analysis;

/// <summary>Which result columns tell rows of one cell apart, other than what repeats a run.</summary>
internal static class ConfigurationKey
{
    private static readonly string[] Standard = ["benchmark", "task", "subset", "metric"];

    /// <returns>Ordinal order; axes of the table and run fields are never among them.</returns>
    public static string[] DifferingFields(IReadOnlyList<Result> rows, ScoreTableRules rules)
    {
        SortedSet<string>? differing = null;
        Result first = rows[0];
        for (int i = 1; i < rows.Count; i++)
        {
            Result row = rows[i];
            foreach (string field in Standard)
                Compare(field);
            if (ReferenceEquals(row.Dimensions, first.Dimensions))
                continue;
            foreach (string field in row.Dimensions.Keys)
                Compare(field);
            foreach (string field in first.Dimensions.Keys)
                Compare(field);

            void Compare(string field)
            {
                if (differing?.Contains(field) != true && !string.Equals(row.Field(field), first.Field(field), StringComparison.Ordinal) && Matters(field, rules))
                    (differing ??= new(StringComparer.Ordinal)).Add(field);
            }
        }

        return differing is null ? [] : [.. differing];
    }

    private static bool Matters(string field, ScoreTableRules rules) =>
        !ScoreTableRules.RunFields.Contains(field)
        && !string.Equals(field, rules.Entity, StringComparison.Ordinal)
        && !string.Equals(field, rules.ClusterField, StringComparison.Ordinal)
        && !rules.Columns.Contains(field, StringComparer.Ordinal);
}
