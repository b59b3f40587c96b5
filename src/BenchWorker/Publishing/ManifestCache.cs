using BenchWorker.Site;

namespace BenchWorker;

/// <summary>The manifest read or written last. A manifest of thousands of boards takes seconds to read; its hash tells whether that is needed.</summary>
internal sealed class ManifestCache
{
    private Entry? last;

    /// <param name="read">Called for another hash than the last one's. Null results are not kept.</param>
    public async Task<SiteManifest?> GetAsync(string hash, Func<Task<SiteManifest?>> read)
    {
        if (last is { } known && known.Hash == hash)
            return known.Manifest;
        SiteManifest? manifest = await read();
        if (manifest is not null)
            Keep(hash, manifest);
        return manifest;
    }

    public void Keep(string hash, SiteManifest manifest) => last = new Entry(hash, manifest);

    private sealed record Entry(string Hash, SiteManifest Manifest);
}
