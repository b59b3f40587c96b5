namespace BenchWorker.Site;

/// <summary>What the site as a whole is told; everything else comes from the boards.</summary>
public sealed record SiteOptions
{
    public string Title { get; init; } = "Benchmarks";

    public string? Description { get; init; }

    /// <summary>Where the site will be read, ending in a slash; feeds, the sitemap and social previews need it and say less without it.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>Slugs of all boards in the order of the index; boards of the previous publication that are not here leave the site. Null keeps them all, by slug.</summary>
    public IReadOnlyList<string>? Boards { get; init; }

    /// <summary>The moment of this publication, printed on the pages that it changes and on no others; null leaves it out.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>How many dated copies of its data a board keeps.</summary>
    public int DatedCopies { get; init; } = 5;

    /// <summary>How many changes a board remembers.</summary>
    public int RememberedChanges { get; init; } = 50;

    /// <summary>The place keeps dated states of the whole site beside it, and lists them under <see cref="SitePaths.Snapshots"/>.</summary>
    public bool Snapshots { get; init; }

    /// <summary>A board that had values and now has none is refused unless this is set.</summary>
    public bool AllowEmptied { get; init; }
}
