using BenchWorker.Site;

namespace BenchWorker;

/// <summary>In which order objects with stable names are replaced, so that no page tells of what is not there yet: a reader who follows a
/// link from the index finds a board that is at least as new.</summary>
internal static class WriteOrder
{
    public static int Of(string path) => path switch
    {
        SitePaths.Index => 3,
        _ when path.EndsWith(".xml", StringComparison.Ordinal) => 3,
        _ when !path.EndsWith(".html", StringComparison.Ordinal) => 0,
        _ when path.Contains('/', StringComparison.Ordinal) => 1,
        _ => 2,
    };
}
