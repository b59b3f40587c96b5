namespace BenchWorker.Analysis;

/// <summary>The ranking that a heatmap's board publishes, and the scores behind it: the same in every figure of the board.</summary>
/// <param name="Entity">What is ranked: "model".</param>
/// <param name="Scores">The table that <paramref name="Leaderboard"/> was made from.</param>
public sealed record RankedBoard(string Entity, Leaderboard Leaderboard, ScoreTable Scores)
{
    /// <summary>The scores as last published; null for the first publication.</summary>
    public ScoreTable? Previous { get; init; }

    /// <summary>Where the whole leaderboard can be downloaded, relative to the page; null for nowhere.</summary>
    public string? DataLink { get; init; }
}
