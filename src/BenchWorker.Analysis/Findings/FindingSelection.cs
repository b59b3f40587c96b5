namespace BenchWorker.Analysis;

/// <summary>The few findings worth stating: the mandatory kinds, then the best of the others, unlike each other.</summary>
public static class FindingSelection
{
    /// <summary>Findings beyond the mandatory ones.</summary>
    public const int Chosen = 6;

    /// <summary>Below this a statement is true and of no use; it fills no place because it is free.</summary>
    public const double LeastScore = 0.01;

    private const double Penalty = 0.5;

    private const double SameKind = 0.6;

    private const double SharedSubject = 0.4;

    private static readonly FindingKind[] Likenesses = [FindingKinds.R1, FindingKinds.R2, FindingKinds.R4];

    /// <summary>Chosen findings of one kind: a third says what two have shown.</summary>
    private const int MostOfKind = 2;

    /// <summary>A kind that applies to more facets than these competes with the others instead of being stated for each.</summary>
    private const int MostMandatoryOfKind = 4;

    /// <param name="holds">Asked once for every finding about to be chosen; one that does not hold is passed over.</param>
    /// <returns>Mandatory and chosen findings together, the most interesting first; equal scores in the catalogue's order.</returns>
    public static IReadOnlyList<Finding> Select(IReadOnlyList<Finding> candidates, Func<Finding, bool> holds)
    {
        HashSet<FindingKind> mandatory = [.. candidates.Where(static finding => finding.Kind.Mandatory).GroupBy(static finding => finding.Kind)
            .Where(static kind => kind.Count() <= MostMandatoryOfKind).Select(static kind => kind.Key)];
        List<Finding> stated = [.. candidates.Where(finding => mandatory.Contains(finding.Kind)).Where(holds)];
        List<Finding> open = [.. candidates.Where(finding => !mandatory.Contains(finding.Kind) && finding.Score >= LeastScore)
            .OrderByDescending(static finding => finding.Score).ThenBy(static finding => finding.Kind.Id, StringComparer.Ordinal)];
        List<Finding> chosen = [];
        while (chosen.Count < Chosen && open.Count > 0)
        {
            Finding best = open.MaxBy(finding => finding.Score * (1 - (Penalty * Likeness(finding, chosen))))!;
            open.Remove(best);
            if (chosen.Count(other => other.Kind == best.Kind) < MostOfKind && !chosen.Concat(stated).Any(other => Restates(best, other)) && holds(best))
                chosen.Add(best);
        }

        return [.. stated.Concat(chosen).OrderByDescending(static finding => finding.Score)];
    }

    /// <summary>Two columns that are the same, order alike and agree most are one observation.</summary>
    private static bool Restates(Finding finding, Finding other) =>
        Likenesses.Contains(finding.Kind) && Likenesses.Contains(other.Kind) && finding.Subjects.Count > 1
        && finding.Subjects.ToHashSet(StringComparer.Ordinal).SetEquals(other.Subjects);

    private static double Likeness(Finding finding, List<Finding> chosen) => chosen.Count == 0 ? 0 : chosen.Max(other =>
        (finding.Kind == other.Kind ? SameKind : 0) + (finding.Subjects.Intersect(other.Subjects, StringComparer.Ordinal).Any() ? SharedSubject : 0));
}
