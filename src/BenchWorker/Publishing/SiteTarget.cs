using System.ComponentModel.DataAnnotations;

namespace BenchWorker;

/// <summary>Configuration section <c>BenchWorker:Site</c>: what the site is called and which folder it is published to.</summary>
public sealed class SiteTarget
{
    public const string Section = "BenchWorker:Site";

    /// <summary>The target's name in board files (<c>publish: { to: [site] }</c>) and in bench.publication.</summary>
    public const string Name = "site";

    /// <summary>Gets <c>current</c>, which a web server or a reader opens, and <c>releases/</c>.</summary>
    [Required]
    public string Folder { get; set; } = "site";

    [Required]
    public string Title { get; set; } = "Benchmarks";

    public string? Description { get; set; }

    /// <summary>Where the site will be read; feeds and previews need it.</summary>
    public Uri? BaseUrl { get; set; }

    [Range(0, 1000)]
    public int KeepReleases { get; set; } = 5;

    /// <summary>How many dated copies of its data a board keeps under names that never change.</summary>
    [Range(1, 10_000)]
    public int DatedCopies { get; set; } = 5;

    /// <summary>A board that had values and now has none is refused, and the old page stays, unless this is set.</summary>
    public bool AllowEmptied { get; set; }
}
