using System.Globalization;
using BenchWorker.Site;

namespace BenchWorker;

/// <summary>Removes objects after the switch: what was retired long enough ago, and content that no finished publication ever named.</summary>
internal static class S3Cleaning
{
    /// <summary>Of the objects in the place. To want more gone is a mistake somewhere.</summary>
    private const double LargestShare = 0.5;

    /// <param name="notRemoved">Is told why objects stay. The publication has succeeded by now, and the next one tries again.</param>
    public static async Task RunAsync(
        S3Store store, S3Options options, IReadOnlyDictionary<string, StoredObject> listing, SiteManifest manifest, Release release, DateTimeOffset now, Action<string> notRemoved, CancellationToken ct)
    {
        string[] stale = [.. Stale(options, listing, manifest, release, now)];
        if (stale.Length == 0)
            return;
        if (stale.Length > LargestShare * listing.Count)
        {
            notRemoved(string.Create(CultureInfo.InvariantCulture, $"{stale.Length} of {listing.Count} objects would go at once, more than half. If that is right, remove by hand what you do not need."));
            return;
        }

        try
        {
            await store.DeleteAsync(stale, ct);
        }
        catch (PublishException refused)
        {
            notRemoved(refused.Message);
        }
    }

    private static IEnumerable<string> Stale(S3Options options, IReadOnlyDictionary<string, StoredObject> listing, SiteManifest manifest, Release release, DateTimeOffset now)
    {
        HashSet<string> live = [.. manifest.Files.Select(static file => file.Path), S3Pointer.ManifestPath(release.Hash)];
        HashSet<string> resting = [.. release.Retired.Where(retired => now - retired.RetiredAt < options.Grace).Select(static retired => retired.File.Path)];
        HashSet<string> retired = [.. release.Retired.Select(static retired => retired.File.Path)];
        return listing
            .Where(stored => !live.Contains(stored.Key) && !resting.Contains(stored.Key))
            // Names that we did not make are not ours to remove.
            .Where(stored => retired.Contains(stored.Key) || (HashedPath.Matches(stored.Key) && now - stored.Value.WrittenAt >= options.Grace))
            .Select(static stored => stored.Key)
            .Order(StringComparer.Ordinal);
    }
}
