using System.Text.Json;
using BenchWorker.Site;
using Microsoft.Extensions.Logging;

namespace BenchWorker;

/// <summary>Publishes to a bucket: what is named by its content first, then a claim on the pointer, the pages, and the pointer last.</summary>
/// <remarks>PUBLISHING.md beside this folder tells the protocol, and what readers can rely on.</remarks>
public sealed partial class S3Publisher(string name, S3Options options, TimeProvider time, ILogger<S3Publisher> logger) : ISitePublisher, IDisposable
{
    private readonly S3Store store = new(name, options);
    private readonly ManifestCache manifests = new();
    private S3Capabilities? capabilities;

    public string Name => name;

    public void Dispose() => store.Dispose();

    public async Task<LiveSite?> ReadAsync(CancellationToken ct)
    {
        // Between two requests another publisher may have replaced the pointer and removed what the old one named.
        const int MaxReads = 3;
        for (int read = 1; ; read++)
        {
            if (await S3Pointer.ReadAsync(store, name, ct) is not { } pointer)
                return null;
            Release release = pointer.Release;
            SiteManifest? manifest = release.Sequence == 0 ? Empty : await ManifestAsync(release.Hash, ct);
            if (manifest is null && read < MaxReads)
                continue;
            if (release.Writing is not { } writing)
                return new LiveSite(release, manifest, pointer.Tag);
            SiteManifest? begun = await ManifestAsync(writing.Hash, ct);
            manifest = manifest is null || begun is null ? null : InterruptedWrites.Mark(manifest, begun);
            // No site has this hash: even one that says what the pointer says is written again.
            return new LiveSite(release with { Hash = "" }, manifest, pointer.Tag);
        }
    }

    public async Task<ReadOnlyMemory<byte>?> FindAsync(LiveSite live, string path, CancellationToken ct) => (await store.ReadAsync(path, ct))?.Content;

    public async Task<PublishOutcome> ApplyAsync(PublishPlan plan, SiteSnapshot site, IReadOnlyDictionary<string, long> generations, CancellationToken ct)
    {
        Generations.Advance(name, plan.Base?.Release, generations);
        if (plan.IsEmpty)
            return PublishOutcome.Unchanged(plan);
        if (SiteCheck.Problems(site) is { Count: > 0 } problems)
            throw new PublishException($"The site is not fit to be published: {string.Join(" ", problems.Take(10))}");

        IfMatchForm? form = (await CapabilitiesAsync(ct)).Form;
        S3Pointer? current = await S3Pointer.ReadAsync(store, name, ct);
        IReadOnlyDictionary<string, long> advanced = Generations.Advance(name, current?.Release, generations);
        if (!S3Pointer.Same(current?.Release, plan.Base?.Release))
            throw new PublishConflictException(name, plan.Base?.Release.Sequence ?? 0, current?.Release.Sequence ?? 0);

        S3Publication publication = new(name, store, options, form, plan, site, current);
        return await publication.RunAsync(advanced, time.GetUtcNow(), LogNotRemoved, ct);
    }

    /// <summary>Finds out what the store makes of conditional writes, once; a store that ignores them is warned of.</summary>
    internal async Task<S3Capabilities> CapabilitiesAsync(CancellationToken ct)
    {
        if (capabilities is not null)
            return capabilities;
        capabilities = await S3Capabilities.ProbeAsync(store, options.IfMatch, ct);
        if (capabilities.Form is null)
            LogUnconditional(name, options.Bucket);
        return capabilities;
    }

    private static SiteManifest Empty { get; } = new() { Files = [], Boards = [] };

    private Task<SiteManifest?> ManifestAsync(string hash, CancellationToken ct) => manifests.GetAsync(hash, () => ReadManifestAsync(hash, ct));

    private async Task<SiteManifest?> ReadManifestAsync(string hash, CancellationToken ct)
    {
        if (await store.ReadAsync(S3Pointer.ManifestPath(hash), ct) is not { } found)
            return null;
        try
        {
            return SiteManifest.Parse(found.Content);
        }
        catch (JsonException damaged)
        {
            throw new PublishException($"Target {name}: {S3Pointer.ManifestPath(hash)} is damaged: {damaged.Message} Empty {options.Bucket}/{options.Prefix} to publish everything anew.", damaged);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Target {Target}: the store of bucket {Bucket} does not honour conditional writes. Only one BenchWorker may publish there; the database's turn is the only guard.")]
    private partial void LogUnconditional(string target, string bucket);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Target {Target}: objects that are not needed any more stay for now: {Reason}")]
    private partial void LogNotRemoved(string target, string reason);
}
