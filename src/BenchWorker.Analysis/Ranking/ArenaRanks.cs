namespace BenchWorker.Analysis;

/// <summary>Ranks as chat arenas print them, from interval overlap: conservative, because it ignores that models met the same opponents.</summary>
/// <remarks>Rank(UB)_i = 1 + #{j: lower_j > upper_i}: FastChat's <c>recompute_final_ranking</c>.</remarks>
public static class ArenaRanks
{
    /// <returns>[1 + those surely better, M - those surely worse], one per model.</returns>
    public static RankInterval[] Of(IReadOnlyList<ScoreInterval> ratings) =>
        [.. ratings.Select(one => new RankInterval(1 + ratings.Count(other => other.Low > one.High), ratings.Count - ratings.Count(other => other.High < one.Low)))];
}
