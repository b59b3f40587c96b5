using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>The result columns that tell the rows of one entity apart where there is one task only.</summary>
internal static class TellingColumns
{
    /// <summary>A figure has room for two: columns and panels.</summary>
    private const int Most = 2;

    /// <returns>The one that tells most rows apart, of equals the one with fewest values, and a second where it tells more; none where no column does.</returns>
    public static List<string> Of(string entity, IReadOnlyList<Result> results)
    {
        string[] open = [.. Fields(results).Where(field => field != entity && !IsProvenance(field) && VariesForMost(entity, field, results)).Order(StringComparer.Ordinal)];
        List<string> chosen = [];
        int told = Told(entity, [], results);
        while (chosen.Count < Most)
        {
            var best = open.Except(chosen, StringComparer.Ordinal)
                .Select(field => (Field: field, Told: Told(entity, [.. chosen, field], results), Values: results.Select(row => row.Field(field)).Distinct(StringComparer.Ordinal).Count()))
                .OrderByDescending(static one => one.Told).ThenBy(static one => one.Values).FirstOrDefault();
            if (best.Field is null || best.Told <= told)
                break;
            chosen.Add(best.Field);
            told = best.Told;
        }

        return chosen;
    }

    /// <summary>What rows of samples say beside their subset is about the sample.</summary>
    private static IEnumerable<string> Fields(IReadOnlyList<Result> results) => results.Any(static row => row.SampleId is not null)
        ? ["subset"]
        : results.SelectMany(static row => row.Dimensions.Keys).Append("subset").Distinct(StringComparer.Ordinal);

    private static bool IsProvenance(string field) =>
        ScoreTableRules.RunFields.Contains(field) || field.EndsWith("_version", StringComparison.Ordinal) || field.EndsWith("_revision", StringComparison.Ordinal);

    /// <summary>A column in which most entities have one entry each describes entities, not what they are scored on.</summary>
    private static bool VariesForMost(string entity, string field, IReadOnlyList<Result> results)
    {
        int[] values = [.. results.GroupBy(row => row.Field(entity), StringComparer.Ordinal).Select(rows => rows.Select(row => row.Field(field)).OfType<string>().Distinct(StringComparer.Ordinal).Count())];
        int varying = values.Count(static count => count > 1);
        return varying > 0 && 2 * varying >= values.Length;
    }

    private static int Told(string entity, IReadOnlyList<string> fields, IReadOnlyList<Result> results) => results
        .Select(row => string.Join('\u001f', fields.Select(row.Field).Prepend(row.Metric).Prepend(row.Field(entity)))).Distinct(StringComparer.Ordinal).Count();
}
