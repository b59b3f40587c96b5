namespace BenchWorker.Analysis;

/// <summary>The few findings worth stating: the mandatory kinds, then the best of the others, unlike each other.</summary>
public static class FindingSelection
{
    /// <summary>Findings beyond the mandatory ones.</summary>
    public const int Chosen = 6;

    private const double Penalty = 0.5;

    private const double SameKind = 0.6;

    private const double SharedSubject = 0.4;

    /// <summary>A kind that applies to more facets than these competes with the others instead of being stated for each.</summary>
    private const int MostMandatoryOfKind = 4;

    /// <param name="holds">Asked once for every finding about to be chosen; one that does not hold is passed over.</param>
    /// <returns>Mandatory findings in the given order, then the chosen ones by score.</returns>
    public static IReadOnlyList<Finding> Select(IReadOnlyList<Finding> candidates, Func<Finding, bool> holds)
    {
        HashSet<FindingKind> mandatory = [.. candidates.Where(static finding => finding.Kind.Mandatory).GroupBy(static finding => finding.Kind)
            .Where(static kind => kind.Count() <= MostMandatoryOfKind).Select(static kind => kind.Key)];
        List<Finding> stated = [.. candidates.Where(finding => mandatory.Contains(finding.Kind)).Where(holds)];
        List<Finding> open = [.. candidates.Where(finding => !mandatory.Contains(finding.Kind) && finding.Score > 0)
            .OrderByDescending(static finding => finding.Score).ThenBy(static finding => finding.Kind.Id, StringComparer.Ordinal)];
        List<Finding> chosen = [];
        while (chosen.Count < Chosen && open.Count > 0)
        {
            Finding best = open.MaxBy(finding => finding.Score * (1 - (Penalty * Likeness(finding, chosen))))!;
            open.Remove(best);
            if (holds(best))
                chosen.Add(best);
        }

        return [.. stated, .. chosen.OrderByDescending(static finding => finding.Score)];
    }

    private static double Likeness(Finding finding, List<Finding> chosen) => chosen.Count == 0 ? 0 : chosen.Max(other =>
        (finding.Kind == other.Kind ? SameKind : 0) + (finding.Subjects.Intersect(other.Subjects, StringComparer.Ordinal).Any() ? SharedSubject : 0));
}
