namespace BenchWorker.Site;

/// <summary>A whole site as a value: the manifest of all its files, and the content of those that were composed anew.</summary>
/// <param name="Files">By path; every file of the manifest that the previous publication does not already hold is here.</param>
/// <param name="Boards">What becomes of each board that was removed or looked at again.</param>
public sealed record SiteSnapshot(SiteManifest Manifest, IReadOnlyDictionary<string, SiteFile> Files, IReadOnlyList<BoardVerdict> Boards)
{
    /// <summary>What the site was told.</summary>
    public SiteOptions Options { get; init; } = new();

    /// <summary>The manifest as it is published.</summary>
    public SiteFile ManifestFile { get; } = SiteFile.Of(SiteManifest.Path, Manifest.ToJson());

    /// <summary>How fresh each board is, by slug.</summary>
    public IReadOnlyDictionary<string, BoardFreshness> Freshness => Manifest.Boards.ToDictionary(static board => board.Slug, static board => board.Freshness, StringComparer.Ordinal);

    /// <summary>Of the manifest; 64 lower-case hexadecimal digits.</summary>
    public string Hash => ManifestFile.Sha256;
}

public enum BoardOutcome
{
    Unchanged,
    Changed,
    Removed,

    /// <summary>The new pages would be worse than the published ones, which stay.</summary>
    Refused,
}

/// <summary>What becomes of a board, and why.</summary>
public sealed record BoardVerdict(string Slug, BoardOutcome Outcome, string Reason);
