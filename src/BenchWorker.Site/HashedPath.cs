using System.Text.RegularExpressions;

namespace BenchWorker.Site;

/// <summary>Paths that carry sixteen digits of their content's hash before the extension never change their content.</summary>
public static partial class HashedPath
{
    public const int Digits = 16;

    public static bool Matches(string path) => Pattern().IsMatch(path);

    [GeneratedRegex(@"\.[0-9a-f]{16}\.[a-z0-9]+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
