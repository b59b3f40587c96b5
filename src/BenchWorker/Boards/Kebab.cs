using System.Text.RegularExpressions;

namespace BenchWorker;

/// <summary>Names of choices as board files and command lines write them.</summary>
internal static partial class Kebab
{
    /// <summary><c>MeanWinRate</c> becomes <c>mean-win-rate</c>, <c>ZScore</c> <c>z-score</c>.</summary>
    public static string Case(string pascal) => WordStart().Replace(pascal, "-").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordStart();
}
