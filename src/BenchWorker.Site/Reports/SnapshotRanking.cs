using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>The board's first ranking over a part of its rows.</summary>
internal static class SnapshotRanking
{
    public static Leaderboard Of(FigureRequest request, IReadOnlyList<Result> results) =>
        Ranker.Rank(ScoreTable.From(results, request.Rules), BoardPolicies.Ranking(request.Board, request.Board.Ranking[0]), seed: 0);

    /// <summary>Places from 1; equal places share the mean of those they take, so that lines do not jump when a tie ends.</summary>
    public static Dictionary<string, double> Places(Leaderboard board) => board.Standings
        .Where(static standing => standing.Rank is not null)
        .GroupBy(static standing => standing.Rank!.Value)
        .SelectMany(static tied => tied.Select(standing => (standing.Entity, Place: tied.Key + ((tied.Count() - 1) / 2.0))))
        .ToDictionary(static pair => pair.Entity, static pair => pair.Place, StringComparer.Ordinal);
}
