using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>Weights and groups of a board's columns in words, where its mean uses them.</summary>
internal static class ColumnTerms
{
    /// <summary>More columns than these are counted and told by a hash; all stand in the board's JSON.</summary>
    private const int MostNamed = 24;

    /// <returns>Null where no ranking weighs columns; empty where all weigh 1.</returns>
    public static string? Weights(BoardReport report) => Uses(report, MeanKind.Weighted)
        ? Listed(report.Table.Columns.Where(static column => column is { Counts: true, Weight: not 1 })
            .Select(static column => string.Create(CultureInfo.InvariantCulture, $"{column.Name} {column.Weight}")), "columns of another weight than 1")
        : null;

    /// <returns>Null where no ranking averages groups.</returns>
    public static string? Groups(BoardReport report) => Uses(report, MeanKind.Grouped)
        ? Listed(report.Table.Columns.Where(static column => column is { Counts: true, Group: not null }).GroupBy(static column => column.Group ?? "", static column => column.Name, StringComparer.Ordinal)
            .Select(static group => $"{group.Key} ({Listed(group, "columns")})"), "groups")
        : null;

    private static bool Uses(BoardReport report, MeanKind kind) => report.Leaderboards.Any(leaderboard => leaderboard.Mean == kind);

    private static string Listed(IEnumerable<string> texts, string what)
    {
        string[] all = [.. texts];
        return all.Length <= MostNamed
            ? string.Join(", ", all)
            : string.Create(CultureInfo.InvariantCulture, $"{all.Length} {what} (hash {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', all))).AsSpan(0, 4))})");
    }
}
