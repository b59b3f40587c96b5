using System.Text.Json;
using BenchWorker.Analysis;
using BenchWorker.Site;

namespace BenchWorker;

/// <summary>What a board does not need to know of its rows.</summary>
internal static class UnreadFields
{
    /// <summary>Dimensions that only tell runs of one configuration apart and that the board names nowhere: none of its numbers depends on them.</summary>
    /// <remarks>
    /// A duration or a seed of its own makes the dimensions of every row unlike all others. Without them rows share theirs, which is
    /// most of the time and half of the memory of reading a million rows.
    /// </remarks>
    public static string[] Of(Board board)
    {
        string declaration = JsonSerializer.Serialize(board);
        return [.. ScoreTableRules.RunFields.Where(field => !declaration.Contains($"\"{field}\"", StringComparison.Ordinal))];
    }
}
