namespace BenchWorker.Analysis;

/// <summary>The name of the column that a row falls into.</summary>
internal static class ColumnName
{
    private const string Separator = " / ";

    /// <summary>The declared fields joined; with the metric at the end where the rows hold several and it is not among the fields.</summary>
    /// <returns>A function that gives null where a row lacks every field.</returns>
    public static Func<Result, string?> For(IReadOnlyList<Result> results, ScoreTableRules rules)
    {
        string[] fields = [.. rules.Columns];
        if (!fields.Contains("metric", StringComparer.Ordinal) && HasSeveralMetrics(results))
            fields = [.. fields, "metric"];
        if (fields.Length == 1)
            return row => row.Field(fields[0]);
        return row =>
        {
            string joined = string.Join(Separator, fields.Select(row.Field).Where(static part => !string.IsNullOrEmpty(part)));
            return joined.Length == 0 ? null : joined;
        };
    }

    private static bool HasSeveralMetrics(IReadOnlyList<Result> results) =>
        results.Count > 0 && results.Any(row => !string.Equals(row.Metric, results[0].Metric, StringComparison.Ordinal));
}
