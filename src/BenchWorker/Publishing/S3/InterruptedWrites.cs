using BenchWorker.Site;

namespace BenchWorker;

/// <summary>
/// PROBLEM: a publication that ended between its first page and the pointer leaves pages of which nobody knows whether they are the old or the new ones.
/// SOLUTION: both manifests are in the store. What differs between them is listed with an empty hash, "unknown", so that it is written whenever it is
/// composed; the boards it belongs to lose their digest, so that they are composed at their next refresh, which their open claim brings about.
/// </summary>
internal static class InterruptedWrites
{
    public static SiteManifest Mark(SiteManifest published, SiteManifest begun)
    {
        Dictionary<string, ManifestFile> files = published.Files.ToDictionary(static file => file.Path, StringComparer.Ordinal);
        HashSet<string> boards = new(StringComparer.Ordinal);
        Dictionary<string, string> before = published.Files.ToDictionary(static file => file.Path, static file => file.Sha256, StringComparer.Ordinal);
        foreach (ManifestFile file in begun.Files.Where(file => before.GetValueOrDefault(file.Path) != file.Sha256))
        {
            // What is named by its content is either absent or right, and an unknown page may name it.
            files[file.Path] = HashedPath.Matches(file.Path) ? file : new ManifestFile(file.Path, "", 0);
            if (SitePaths.BoardOf(file.Path) is { } board)
                boards.Add(board);
        }

        return published with
        {
            Files = [.. files.Values.OrderBy(static file => file.Path, StringComparer.Ordinal)],
            Boards = [.. published.Boards.Select(entry => boards.Contains(entry.Slug) ? entry with { Digest = "" } : entry)],
        };
    }
}
