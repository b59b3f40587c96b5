using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>What the summary states, sorted by where a page says it. No statement stands in two places.</summary>
internal sealed record Observations
{
    /// <summary>What fits above everything else.</summary>
    private const int MostInBrief = 3;

    /// <summary>What a reader should know if they read nothing else: first who leads, then what ranks highest by interest.</summary>
    public required IReadOnlyList<Finding> Brief { get; init; }

    /// <summary>Beside the figure.</summary>
    public required IReadOnlyList<Finding> Figure { get; init; }

    /// <summary>One a row, in the table's order.</summary>
    public required IReadOnlyList<Finding> Trends { get; init; }

    public required IReadOnlyList<Finding> Coverage { get; init; }

    public static Observations Of(Summary summary)
    {
        ILookup<char, Finding> bySubject = summary.Findings.ToLookup(static finding => finding.Kind.Id[0]);
        Finding[] trends = [.. bySubject['T'].Where(static finding => finding.Kind == FindingKinds.T1)];
        Finding[] coverage = [.. summary.Findings.Where(static finding => finding.Kind == FindingKinds.C2 || finding.Kind == FindingKinds.C3)];
        Finding[] leader = [.. bySubject['A'].Take(1)];
        Finding[] others = [.. summary.Findings.Where(finding => finding.Kind != FindingKinds.C1 && !trends.Contains(finding) && !coverage.Contains(finding) && !leader.Contains(finding))];
        Finding[] brief = [.. leader, .. others.OrderByDescending(static finding => finding.Score).Take(MostInBrief - leader.Length)];
        return new Observations { Brief = brief, Figure = [.. others.Except(brief)], Trends = trends, Coverage = coverage };
    }
}
