using System.Collections.Frozen;
using System.Text.Json;

namespace BenchWorker.Site;

/// <summary>One publication of a site: the little that is not content. It lies beside the manifest and is the last thing a publisher switches.</summary>
public sealed record Release
{
    public const string Path = "release.json";

    /// <summary>Starts at 1 and grows by one with each publication to this place.</summary>
    public required long Sequence { get; init; }

    /// <summary>Of the manifest.</summary>
    public required string Hash { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>The newest generation that published each board, by slug.</summary>
    public IReadOnlyDictionary<string, long> Generations { get; init; } = FrozenDictionary<string, long>.Empty;

    /// <summary>How fresh each board is, by slug.</summary>
    public IReadOnlyDictionary<string, BoardFreshness> Boards { get; init; } = FrozenDictionary<string, BoardFreshness>.Empty;

    /// <summary>Hashed files that no page of this release names, kept for readers who still hold an older page.</summary>
    public IReadOnlyList<RetiredFile> Retired { get; init; } = [];

    /// <summary>Where places cannot be switched in one step: the publication that has begun to write and has not ended. Null when none has.</summary>
    public WritingRelease? Writing { get; init; }

    public byte[] ToJson() => ManifestJson.Bytes(this, ManifestJson.Default.Release);

    /// <exception cref="JsonException">The text is not a release record.</exception>
    public static Release Parse(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, ManifestJson.Default.Release) ?? throw new JsonException("A release record cannot be null.");
}

/// <param name="Hash">Of the manifest it is bringing about.</param>
/// <param name="Nonce">Unlike that of every other publication, so that no two records are the same bytes.</param>
public sealed record WritingRelease(string Hash, string Nonce);

/// <param name="RetiredAt">When the first release without it was published.</param>
public sealed record RetiredFile(ManifestFile File, DateTimeOffset RetiredAt);
