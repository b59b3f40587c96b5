using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>What the summary states, sorted by where a page says it. No statement stands in two places.</summary>
internal sealed record Observations
{
    /// <summary>What fits above everything else.</summary>
    private const int MostInBrief = 3;

    /// <summary>What a reader should know if they read nothing else: first who leads, then what ranks highest by interest.</summary>
    public required IReadOnlyList<Statement> Brief { get; init; }

    /// <summary>Under each figure; what else is said of the ranking stands under the first.</summary>
    public required IReadOnlyList<FigureObservations> Figures { get; init; }

    /// <summary>Null for a figure of which the summary says nothing.</summary>
    public FigureObservations? Under(string figure) => Figures.FirstOrDefault(one => one.Table.Name == figure);

    public static Observations Of(Summary summary)
    {
        FigureObservations[] figures = [.. summary.Figures.Select(FigureObservations.Of)];
        Statement[] leader = [.. summary.Ranking.Where(static one => one.Finding.Kind.Id[0] == 'A').Take(1)];
        Statement[] others = [.. figures.Take(1).SelectMany(static figure => figure.Shows), .. summary.Ranking.Except(leader)];
        Statement[] brief = [.. leader, .. others.OrderByDescending(static one => one.Finding.Score).Take(MostInBrief - leader.Length)];
        return new Observations
        {
            Brief = brief,
            Figures = [.. figures.Select((figure, index) => index == 0 ? figure with { Shows = [.. others.Except(brief)] } : figure)],
        };
    }
}

/// <param name="Shows">What is worth saying of it.</param>
/// <param name="Trends">One a row, in the table's order.</param>
/// <param name="Coverage">What is missing.</param>
internal sealed record FigureObservations(HeatmapTable Table, string AltText, IReadOnlyList<Statement> Shows, IReadOnlyList<Statement> Trends, IReadOnlyList<Statement> Coverage)
{
    public static FigureObservations Of(FigureSummary figure)
    {
        Statement[] trends = [.. figure.Statements.Where(static one => one.Finding.Kind == FindingKinds.T1)];
        Statement[] coverage = [.. figure.Statements.Where(static one => one.Finding.Kind == FindingKinds.C2 || one.Finding.Kind == FindingKinds.C3)];
        return new(figure.Table, figure.AltText, [.. figure.Statements.Where(static one => one.Finding.Kind != FindingKinds.C1).Except(trends).Except(coverage)], trends, coverage);
    }

    public bool IsEmpty => Shows.Count + Trends.Count + Coverage.Count == 0;
}
