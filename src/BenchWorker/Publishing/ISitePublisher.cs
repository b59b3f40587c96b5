using BenchWorker.Site;

namespace BenchWorker;

/// <summary>A place that sites are published to: a folder or an object store.</summary>
public interface ISitePublisher
{
    /// <summary>The target's name in configuration; in messages and board files.</summary>
    string Name { get; }

    /// <summary>Whether dated states of the site stay beside it.</summary>
    bool KeepsSnapshots => false;

    /// <returns>What the place holds; null when nothing was ever published there.</returns>
    /// <exception cref="PublishException">The place cannot be read, or holds something that BenchWorker did not write.</exception>
    Task<LiveSite?> ReadAsync(CancellationToken ct);

    /// <summary>One file of the site as it was read, for telling what changed; null when it cannot be had, which costs only words.</summary>
    Task<ReadOnlyMemory<byte>?> FindAsync(LiveSite live, string path, CancellationToken ct) => Task.FromResult<ReadOnlyMemory<byte>?>(null);

    /// <summary>Writes what the plan says and then switches readers over in one step. Until that step readers see the old site, whole;
    /// when anything fails they keep it. An empty plan writes nothing at all.</summary>
    /// <param name="generations">The claim under which each board of this publication was computed, by slug; a board whose place already
    /// holds a newer one is not overwritten. Empty where there is no control plane.</param>
    /// <exception cref="PublishConflictException">Somebody else has published since the plan was made: read again and build again.</exception>
    /// <exception cref="StaleGenerationException">A newer claim has published one of the boards: give up.</exception>
    /// <exception cref="PublishException">The site is not fit to be published, or the place refused it.</exception>
    Task<PublishOutcome> ApplyAsync(PublishPlan plan, SiteSnapshot site, IReadOnlyDictionary<string, long> generations, CancellationToken ct);
}

/// <summary>What a publication did.</summary>
/// <param name="Sequence">Of the release that readers see now.</param>
public sealed record PublishOutcome(long Sequence, int FilesWritten, long BytesWritten, int FilesKept, int FilesRemoved)
{
    public bool Changed => FilesWritten + FilesRemoved > 0;

    public static PublishOutcome Unchanged(PublishPlan plan) => new(plan.Base?.Release.Sequence ?? 0, 0, 0, plan.Kept.Count, 0);
}
