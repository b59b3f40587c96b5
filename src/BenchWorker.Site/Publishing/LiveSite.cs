using System.Collections.Frozen;

namespace BenchWorker.Site;

/// <summary>What a place holds now.</summary>
/// <param name="Manifest">Null when it is of a format this program does not read; then everything is written anew.</param>
/// <param name="Token">What the publisher needs to notice that somebody else has published since; opaque.</param>
public sealed record LiveSite(Release Release, SiteManifest? Manifest, string Token)
{
    /// <summary>The published board.json of boards that are about to be composed anew, by slug: what a change log compares with. A board that
    /// is not here gets a change log without cells.</summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> BoardFiles { get; init; } = FrozenDictionary<string, ReadOnlyMemory<byte>>.Empty;
}
