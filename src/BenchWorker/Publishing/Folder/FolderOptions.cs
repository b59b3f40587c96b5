namespace BenchWorker;

/// <summary>A folder as a target.</summary>
public sealed class FolderOptions
{
    /// <summary>Holds <c>current</c>, which a web server or a reader opens, and <c>releases/</c>. On one file system.</summary>
    public required string Path { get; init; }

    /// <summary>Releases kept besides the current one, however old.</summary>
    public int KeepReleases { get; init; } = 5;

    /// <summary>Releases younger than this are kept, up to <see cref="MostReleases"/>.</summary>
    public TimeSpan KeepFor { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Releases kept besides the current one and snapshots, however young, once nobody can be reading them any more.</summary>
    public int MostReleases { get; init; } = 100;

    /// <summary>How long a file that no page names any more stays readable, for readers who still have an older page open.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How many days a dated snapshot stays under its permalink; 0 makes none.</summary>
    public int SnapshotDays { get; init; } = 31;

    /// <summary>How many months the first snapshot of a month stays.</summary>
    public int SnapshotMonths { get; init; } = 1200;
}
