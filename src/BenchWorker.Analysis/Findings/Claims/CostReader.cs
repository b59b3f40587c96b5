namespace BenchWorker.Analysis;

/// <summary>Recomputes who is on the Pareto front by holding everybody against everybody.</summary>
/// <param name="score">An entity's score; the second code path's own.</param>
internal sealed class CostReader(RankedBoard board, EntityCosts costs, Func<string, double> score)
{
    private readonly Dictionary<string, (double Score, double Cost)> known = Read(board, costs, score);

    public int Count => known.Count;

    public int OnFront => known.Keys.Count(IsUndominated);

    public bool IsUndominated(string entity) =>
        known.TryGetValue(entity, out (double Score, double Cost) own) && !known.Values.Any(other => Dominates(other, own));

    private bool Dominates((double Score, double Cost) other, (double Score, double Cost) own)
    {
        int better = board.LowerIsFirst ? own.Score.CompareTo(other.Score) : other.Score.CompareTo(own.Score);
        int cheaper = costs.LowerIsBetter ? own.Cost.CompareTo(other.Cost) : other.Cost.CompareTo(own.Cost);
        return better >= 0 && cheaper >= 0 && better + cheaper > 0;
    }

    /// <summary>Scores as their keys: those equal to twelve digits are equal.</summary>
    private static Dictionary<string, (double Score, double Cost)> Read(RankedBoard board, EntityCosts costs, Func<string, double> score)
    {
        string[] entities = [.. board.Leaderboard.Standings.Where(standing => standing.Rank is not null && costs.Values.ContainsKey(standing.Entity)).Select(static standing => standing.Entity)];
        return entities.Zip(TieGrid.Of([.. entities.Select(score)])).ToDictionary(static one => one.First, one => (one.Second, costs.Values[one.First]), StringComparer.Ordinal);
    }
}
