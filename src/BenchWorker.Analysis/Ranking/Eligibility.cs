using System.Globalization;

namespace BenchWorker.Analysis;

/// <summary>Why an entity has no rank.</summary>
internal static class Eligibility
{
    /// <returns>One phrase per entity; null for those that are ranked.</returns>
    public static string?[] Reasons(ScoreMatrix scores, double[] values, TableCoverage[] coverage, double minCoverage)
    {
        Components components = Components.Of(scores);
        return [.. Enumerable.Range(0, scores.Models).Select(i => Reason(i, scores, values, coverage[i], minCoverage, components))];
    }

    private static string? Reason(int i, ScoreMatrix scores, double[] values, TableCoverage coverage, double minCoverage, Components components) => true switch
    {
        _ when scores.Tasks == 0 => "no column has a known direction",
        _ when components.OfModel[i] < 0 => "no score",
        _ when coverage.Share < minCoverage - 1e-12 => $"coverage {Percent(coverage.Share)} %",
        _ when components.OfModel[i] != components.Largest => "shares no column with the ranked",
        _ when !double.IsFinite(values[i]) => "no score under this policy",
        _ => null,
    };

    /// <summary>Rounded down, so that it never reads as the threshold it misses.</summary>
    private static string Percent(double share) => Math.Floor((share * 100) + 1e-9).ToString(CultureInfo.InvariantCulture);
}
