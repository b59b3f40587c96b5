using System.Globalization;
using System.Text.Json;
using BenchWorker.Site;

namespace BenchWorker;

/// <summary>Publishes to a folder: a complete release beside the old ones, then one rename.</summary>
/// <remarks>
/// <c>releases/0000000007-3fa9c2d1e0b4/</c> holds the site; <c>current</c> points to it. Nothing that a reader may see is ever changed or
/// removed before its successor is in place and durable.
/// </remarks>
public sealed class FolderPublisher(string name, FolderOptions options, TimeProvider time) : ISitePublisher
{
    /// <summary>Disks answer several requests to make a file durable nearly as fast as one.</summary>
    private const int WritesAtOnce = 8;

    private readonly string root = Path.GetFullPath(options.Path);
    private readonly ManifestCache manifests = new();

    public string Name => name;

    public bool KeepsSnapshots => options.SnapshotDays > 0;

    private string Releases => Path.Combine(root, "releases");

    private CurrentRelease Current => new(root);

    public async Task<LiveSite?> ReadAsync(CancellationToken ct)
    {
        if (Current.Directory() is not { } release)
            return null;
        try
        {
            Release record = Release.Parse(await File.ReadAllBytesAsync(Path.Combine(release, Release.Path), ct));
            SiteManifest? manifest = await manifests.GetAsync(record.Hash, async () => SiteManifest.Parse(await File.ReadAllBytesAsync(Path.Combine(release, SiteManifest.Path), ct)));
            return new LiveSite(record, manifest, release);
        }
        catch (Exception damaged) when (damaged is JsonException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new PublishException($"{release} is not a whole release: {damaged.Message} Point {Path.Combine(root, "current")} to another one or remove it.", damaged);
        }
    }

    public async Task<ReadOnlyMemory<byte>?> FindAsync(LiveSite live, string path, CancellationToken ct)
    {
        string file = Path.Combine(live.Token, path);
        return File.Exists(file) ? await File.ReadAllBytesAsync(file, ct) : null;
    }

    public async Task<PublishOutcome> ApplyAsync(PublishPlan plan, SiteSnapshot site, IReadOnlyDictionary<string, long> generations, CancellationToken ct)
    {
        Generations.Advance(name, plan.Base?.Release, generations);
        if (plan.IsEmpty)
            return PublishOutcome.Unchanged(plan);
        if (SiteCheck.Problems(site) is { Count: > 0 } problems)
            throw new PublishException($"The site is not fit to be published: {string.Join(" ", problems.Take(10))}");

        DateTimeOffset now = time.GetUtcNow();
        Release release = new()
        {
            Sequence = (plan.Base?.Release.Sequence ?? 0) + 1,
            Hash = site.Hash,
            PublishedAt = now,
            Generations = Generations.Advance(name, plan.Base?.Release, generations),
            Boards = site.Freshness,
            Retired = Retirement.Advance(plan, now, options.Grace),
        };
        Directory.CreateDirectory(Releases);
        string final = Path.Combine(Releases, string.Create(CultureInfo.InvariantCulture, $"{release.Sequence:D10}-{release.Hash[..12]}"));
        ReleaseStage stage = ReleaseStage.Open($"{final}.{Path.GetRandomFileName()}.partial");
        try
        {
            await FillAsync(stage, plan, site, release, ct);
            await SwitchAsync(stage, final, plan, generations, ct);
        }
        catch
        {
            stage.Abandon();
            throw;
        }

        manifests.Keep(release.Hash, site.Manifest);
        Snapshots.Keep(root, final, options, site.Options, now);
        ReleaseRetention.Apply(Releases, final, Snapshots.Releases(root), options, now);
        return new PublishOutcome(release.Sequence, plan.Writes.Count(), stage.BytesWritten, plan.Kept.Count, plan.Removals.Count());
    }

    private static async Task FillAsync(ReleaseStage stage, PublishPlan plan, SiteSnapshot site, Release release, CancellationToken ct)
    {
        string before = plan.Base?.Token ?? "";
        foreach (ManifestFile file in plan.Kept.Concat(release.Retired.Select(static retired => retired.File)))
            stage.Link(before, file.Path);
        await Parallel.ForEachAsync(plan.Writes, new ParallelOptions { MaxDegreeOfParallelism = WritesAtOnce, CancellationToken = ct }, async (file, stop) => await stage.WriteAsync(file.Path, site.Files[file.Path].Content, stop));
        await stage.WriteAsync(SiteManifest.Path, site.ManifestFile.Content, ct);
        await stage.WriteAsync(Release.Path, release.ToJson(), ct);
        stage.SyncFolders();
    }

    private async Task SwitchAsync(ReleaseStage stage, string final, PublishPlan plan, IReadOnlyDictionary<string, long> generations, CancellationToken ct)
    {
        using IDisposable held = await FolderLock.TakeAsync(Path.Combine(root, ".lock"), time, ct);
        Release? current = (await ReadAsync(ct))?.Release;
        Generations.Advance(name, current, generations);
        if (current?.Sequence != plan.Base?.Release.Sequence || current?.Hash != plan.Base?.Release.Hash)
            throw new PublishConflictException(name, plan.Base?.Release.Sequence ?? 0, current?.Sequence ?? 0);
        if (Directory.Exists(final))
            Directory.Delete(final, recursive: true);
        Directory.Move(stage.Path, final);
        PosixFile.SyncDirectory(Releases);
        Current.Switch(final);
    }
}
