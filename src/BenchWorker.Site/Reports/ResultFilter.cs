using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>The rows of a snapshot that a board speaks about.</summary>
internal static class ResultFilter
{
    /// <summary>Keeps the board's metric and the rows its <c>where</c> allows, and lets the board's word on direction stand.</summary>
    public static IReadOnlyList<Result> Apply(Board board, IReadOnlyList<Result> results) =>
        [.. results.Where(result => IsOfMetric(board, result) && (board.Where.Count == 0 || IsAllowed(board, result))).Select(result => Declared(board, result))];

    private static bool IsOfMetric(Board board, Result result) => board.Metric?.Name is not { } metric || string.Equals(metric, result.Metric, StringComparison.Ordinal);

    private static bool IsAllowed(Board board, Result result) => board.Where.All(condition => result.Field(condition.Key) is { } value && condition.Value.Contains(value, StringComparer.Ordinal));

    private static Result Declared(Board board, Result result) => board.Metric?.HigherIsBetter switch
    {
        null => result,
        true => result with { Direction = Direction.HigherIsBetter },
        false => result with { Direction = Direction.LowerIsBetter },
    };
}
