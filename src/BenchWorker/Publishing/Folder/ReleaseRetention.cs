namespace BenchWorker;

/// <summary>Removes releases that nobody can be reading any more, and what crashed publications left.</summary>
internal static class ReleaseRetention
{
    /// <summary>A stage this old belongs to no living publication.</summary>
    private static readonly TimeSpan AbandonedAfter = TimeSpan.FromHours(1);

    /// <summary>Who was served from a release when it gave way has loaded the page by then; hashed files stay longer, see <see cref="FolderOptions.Grace"/>.</summary>
    private static readonly TimeSpan ReadersLeave = TimeSpan.FromMinutes(10);

    /// <param name="snapshots">Full paths of releases that stay whatever their age.</param>
    public static void Apply(string releases, string current, IReadOnlySet<string> snapshots, FolderOptions options, DateTimeOffset now)
    {
        DirectoryInfo[] all = [.. new DirectoryInfo(releases).GetDirectories().OrderByDescending(static directory => directory.Name, StringComparer.Ordinal)];
        foreach (DirectoryInfo stage in all.Where(static directory => IsStage(directory)))
        {
            if (now.UtcDateTime - stage.LastWriteTimeUtc > AbandonedAfter)
                stage.Delete(recursive: true);
        }

        foreach (DirectoryInfo old in Outlived(all, current, snapshots, options, now.UtcDateTime))
            old.Delete(recursive: true);
    }

    /// <param name="all">Newest first.</param>
    private static IEnumerable<DirectoryInfo> Outlived(DirectoryInfo[] all, string current, IReadOnlySet<string> snapshots, FolderOptions options, DateTime now)
    {
        (int kept, DateTime gaveWay) = (0, now);
        foreach (DirectoryInfo release in all.Where(static directory => !IsStage(directory)))
        {
            bool stays = release.FullName == current || snapshots.Contains(release.FullName) || kept++ < options.KeepReleases;
            bool crowded = kept > options.MostReleases && now - gaveWay > ReadersLeave;
            gaveWay = release.LastWriteTimeUtc;
            if (!stays && (crowded || now - release.LastWriteTimeUtc > options.KeepFor))
                yield return release;
        }
    }

    private static bool IsStage(DirectoryInfo directory) => directory.Name.EndsWith(".partial", StringComparison.Ordinal);
}
