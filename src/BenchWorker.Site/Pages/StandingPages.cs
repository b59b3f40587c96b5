using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BenchWorker.Site;

/// <summary>Which pages of the whole site stay as they are published: those that show, in the same order, entries that have not been replaced. With
/// thousands of boards, of which one was refreshed, that is nearly all of them.</summary>
internal sealed class StandingPages
{
    private readonly HashSet<string> published;
    private readonly HashSet<string> kept = new(StringComparer.Ordinal);

    public StandingPages(SiteManifest? before, SiteOptions site)
    {
        bool comparable = before is not null && before.Pages == Digest(site);
        Boards = comparable ? before!.Boards : [];
        published = comparable ? [.. before!.Files.Select(static file => file.Path).Where(static path => SitePaths.BoardOf(path) is null)] : [];
    }

    /// <summary>As they were when the published pages were written; none where no page can stay.</summary>
    public IReadOnlyList<BoardEntry> Boards { get; }

    /// <summary>Paths of the pages that stay.</summary>
    public IReadOnlySet<string> Kept => kept;

    /// <summary>Of what every page of the whole site depends on.</summary>
    public static string Digest(SiteOptions site) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n', typeof(StandingPages).Module.ModuleVersionId.ToString("N", CultureInfo.InvariantCulture), site.Title, site.Description, site.BaseUrl?.AbsoluteUri, site.Snapshots))).AsSpan(0, 16));

    /// <summary>Keeps a page whose content is the same as it was, if it is there.</summary>
    public bool Keep(string path, bool same)
    {
        if (!same || !published.Contains(path))
            return false;
        lock (kept)
            return kept.Add(path);
    }
}
