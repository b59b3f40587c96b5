namespace BenchWorker;

/// <summary>Removes releases that nobody can be reading any more, and what crashed publications left.</summary>
internal static class ReleaseRetention
{
    /// <summary>A stage this old belongs to no living publication.</summary>
    private static readonly TimeSpan AbandonedAfter = TimeSpan.FromHours(1);

    /// <param name="snapshots">Full paths of releases that stay whatever their age.</param>
    public static void Apply(string releases, string current, IReadOnlySet<string> snapshots, FolderOptions options, DateTimeOffset now)
    {
        DirectoryInfo[] all = [.. new DirectoryInfo(releases).GetDirectories().OrderByDescending(static directory => directory.Name, StringComparer.Ordinal)];
        foreach (DirectoryInfo stage in all.Where(static directory => IsStage(directory)))
        {
            if (now.UtcDateTime - stage.LastWriteTimeUtc > AbandonedAfter)
                stage.Delete(recursive: true);
        }

        foreach (DirectoryInfo old in all.Where(directory => !IsStage(directory) && directory.FullName != current && !snapshots.Contains(directory.FullName)).Skip(options.KeepReleases))
        {
            if (now.UtcDateTime - old.LastWriteTimeUtc > options.KeepFor)
                old.Delete(recursive: true);
        }
    }

    private static bool IsStage(DirectoryInfo directory) => directory.Name.EndsWith(".partial", StringComparison.Ordinal);
}
