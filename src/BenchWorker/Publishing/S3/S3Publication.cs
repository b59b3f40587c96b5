using System.Globalization;
using BenchWorker.Site;

namespace BenchWorker;

/// <summary>One publication to a bucket, from the first object to the pointer.</summary>
/// <param name="form">Null in a store without conditional writes.</param>
/// <param name="current">The pointer that the plan was made against; null in an empty place.</param>
internal sealed class S3Publication(string target, S3Store store, S3Options options, IfMatchForm? form, PublishPlan plan, SiteSnapshot site, S3Pointer? current)
{
    /// <summary>How often one page may be found changed by somebody who has lost already.</summary>
    private const int MaxRaces = 3;

    private int written;
    private long bytes;

    public async Task<PublishOutcome> RunAsync(IReadOnlyDictionary<string, long> generations, DateTimeOffset now, Action<string, string> notRemoved, CancellationToken ct)
    {
        await RequireOursAsync(ct);
        // Nobody sees these before a page names them.
        await Parallel.ForEachAsync(Hashed(), Degree(ct), async (file, stop) => await WriteAsync(file, PutCondition.Absent, stop));

        S3Pointer claimed = await ClaimAsync(ct);
        IReadOnlyDictionary<string, StoredObject> listing = await store.ListAsync(ct);
        RequireKept(listing);
        foreach (IGrouping<int, StoreFile> group in Stable().GroupBy(static file => WriteOrder.Of(file.Path)).OrderBy(static group => group.Key))
            await WritePagesAsync([.. group], listing, claimed, ct);

        Release release = Next(generations, now, listing);
        await WritePagesAsync([new StoreFile(SiteManifest.Path, site.ManifestFile.Content)], listing, claimed, ct);
        if (await store.WriteAsync(new StoreFile(Release.Path, release.ToJson()), PutCondition.Unchanged(claimed.Tag), form, ct) is null)
            throw await LostAsync(ct);
        await S3Cleaning.RunAsync(store, options, listing, site.Manifest, release, now, reason => notRemoved(target, reason), ct);
        return new PublishOutcome(release.Sequence, written, bytes, plan.Kept.Count, plan.Removals.Count());
    }

    private IEnumerable<StoreFile> Hashed() => plan.Writes.Where(static file => HashedPath.Matches(file.Path)).Select(Content)
        .Append(new StoreFile(S3Pointer.ManifestPath(site.Hash), site.ManifestFile.Content));

    private IEnumerable<StoreFile> Stable() => plan.Writes.Where(static file => !HashedPath.Matches(file.Path)).Select(Content);

    private StoreFile Content(ManifestFile file) => new(file.Path, site.Files[file.Path].Content);

    /// <summary>The pointer says from now on that we write; whoever has read the pointer before cannot claim it any more.</summary>
    private async Task<S3Pointer> ClaimAsync(CancellationToken ct)
    {
        Release before = current?.Release ?? new Release { Sequence = 0, Hash = "", PublishedAt = DateTimeOffset.UnixEpoch };
        Release claim = before with { Writing = new WritingRelease(site.Hash, Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)) };
        string? tag = await store.WriteAsync(new StoreFile(Release.Path, claim.ToJson()), PutCondition.Unchanged(current?.Tag), form, ct);
        return tag is null ? throw await LostAsync(ct) : new S3Pointer(claim, tag);
    }

    private Release Next(IReadOnlyDictionary<string, long> generations, DateTimeOffset now, IReadOnlyDictionary<string, StoredObject> listing) => new()
    {
        Sequence = (current?.Release.Sequence ?? 0) + 1,
        Hash = site.Hash,
        PublishedAt = now,
        Generations = generations,
        Boards = site.Freshness,
        Retired = Retirement.AdvanceObjects(plan, now, listing.ContainsKey),
    };

    private async Task WritePagesAsync(IReadOnlyList<StoreFile> files, IReadOnlyDictionary<string, StoredObject> listing, S3Pointer claimed, CancellationToken ct) =>
        await Parallel.ForEachAsync(files, Degree(ct), async (file, stop) =>
        {
            string? tag = listing.GetValueOrDefault(file.Path)?.Tag;
            for (int races = 0; await WriteAsync(file, PutCondition.Unchanged(tag), stop) is null; races++)
            {
                if (races == MaxRaces || (await S3Pointer.ReadAsync(store, target, stop))?.Tag != claimed.Tag)
                    throw await LostAsync(stop);
                // Somebody who has lost the pointer wrote a last page; ours replaces it.
                tag = await store.TagAsync(file.Path, stop);
            }
        });

    private async Task<string?> WriteAsync(StoreFile file, PutCondition condition, CancellationToken ct)
    {
        string? tag = await store.WriteAsync(file, condition, form, ct);
        if (tag is not null)
        {
            Interlocked.Increment(ref written);
            Interlocked.Add(ref bytes, file.Content.Length);
        }

        return tag;
    }

    private ParallelOptions Degree(CancellationToken ct) => new() { MaxDegreeOfParallelism = options.Parallel, CancellationToken = ct };

    private async Task<PublishException> LostAsync(CancellationToken ct)
    {
        Release? now = (await S3Pointer.ReadAsync(store, target, ct))?.Release;
        return new PublishConflictException(target, plan.Base?.Release.Sequence ?? 0, now?.Sequence ?? 0);
    }

    /// <summary>A place without a pointer must not hold somebody else's site.</summary>
    private async Task RequireOursAsync(CancellationToken ct)
    {
        if (current is null && await store.TagAsync(SitePaths.Index, ct) is not null)
            throw new PublishException($"Target {target}: {options.Bucket}/{options.Prefix}{SitePaths.Index} is there, but no {Release.Path} that BenchWorker wrote. Choose another prefix, or empty this one.");
    }

    private void RequireKept(IReadOnlyDictionary<string, StoredObject> listing)
    {
        if (plan.Kept.FirstOrDefault(file => file.Sha256.Length > 0 && !listing.ContainsKey(file.Path)) is { } missing)
            throw new PublishException($"Target {target}: {options.Prefix}{missing.Path} is missing although the manifest lists it. Empty {options.Bucket}/{options.Prefix} to publish everything anew.");
    }
}
