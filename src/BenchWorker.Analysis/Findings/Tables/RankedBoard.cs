namespace BenchWorker.Analysis;

/// <summary>The ranking that a heatmap's board publishes, and the scores behind it: the same in every figure of the board.</summary>
/// <param name="Entity">What is ranked: "model".</param>
/// <param name="Scores">The table that <paramref name="Leaderboard"/> was made from.</param>
public sealed record RankedBoard(string Entity, Leaderboard Leaderboard, ScoreTable Scores)
{
    /// <summary>The scores as last published; null for the first publication.</summary>
    public ScoreTable? Previous { get; init; }

    /// <summary>What the ranked cost; null where the board declares no cost.</summary>
    public EntityCosts? Costs { get; init; }

    /// <summary>Where the whole leaderboard can be downloaded, relative to the page; null for nowhere.</summary>
    public string? DataLink { get; init; }

    /// <summary>Whether the lowest score of the leaderboard ranks first; scores on a common scale are turned so that the highest does.</summary>
    internal bool LowerIsFirst => Ranker.LowerIsFirst(
        Leaderboard.Method, Leaderboard.Scale is null or ScoreScale.Raw && LowerIsBetterThroughout ? Direction.LowerIsBetter : Direction.HigherIsBetter);

    /// <summary>Every ranked column is lower-is-better, so that a plain mean is printed as the metric is reported.</summary>
    internal bool LowerIsBetterThroughout => Scores.Columns.Any(static column => column.Counts)
        && Scores.Columns.Where(static column => column.Counts).All(static column => column.Direction == Direction.LowerIsBetter);

    /// <summary>The leaderboard's scores are means of the values as reported, which anyone can take again from the cells.</summary>
    internal bool ByPlainMean => Leaderboard is { Method: RankingMethod.Mean, Missing: MissingPolicy.Exclude, Scale: null or ScoreScale.Raw, Mean: null or MeanKind.Weighted };
}

/// <summary>What entities cost: money, size, seconds.</summary>
/// <param name="Name">"total_cost"; as the board declares it.</param>
/// <param name="LowerIsBetter">False where the more of it the better: tokens per second.</param>
/// <param name="Values">By entity, finite; one whose cost is unknown is left out.</param>
public sealed record EntityCosts(string Name, bool LowerIsBetter, IReadOnlyDictionary<string, double> Values);
