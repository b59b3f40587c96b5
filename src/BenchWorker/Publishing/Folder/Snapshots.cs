using System.Globalization;
using System.Text.Json;
using BenchWorker.Site;

namespace BenchWorker;

/// <summary>Dated states of the site under names that never change their content: <c>snapshots/2026-03-01</c> is a link to the first release of
/// that day (UTC), which is kept for its sake. It costs nothing but what the release does not share with its neighbours.</summary>
internal static class Snapshots
{
    public const string Folder = "snapshots";

    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>Names today's snapshot unless it has one, and gives up those that have been kept long enough.</summary>
    /// <param name="release">Directory of the release that has just become current.</param>
    /// <param name="site">What the page that lists them says of the site.</param>
    public static void Keep(string root, string release, FolderOptions options, SiteOptions site, DateTimeOffset now)
    {
        string folder = Path.Combine(root, Folder);
        if (options.SnapshotDays > 0)
        {
            Directory.CreateDirectory(folder);
            string today = Path.Combine(folder, now.UtcDateTime.ToString(DateFormat, CultureInfo.InvariantCulture));
            if (new DirectoryInfo(today).LinkTarget is null)
                Link(today, Path.GetRelativePath(folder, release));
        }

        foreach (string old in Outlived(folder, options, DateOnly.FromDateTime(now.UtcDateTime)))
            File.Delete(old);
        if (Names(folder).ToArray() is { Length: > 0 } links)
            List(folder, SnapshotsPage.Write(links.Select(Day), Freshness(links[^1]), site).Content);
    }

    /// <summary>Full paths of the releases that snapshots stand for.</summary>
    public static IReadOnlySet<string> Releases(string root) => Names(Path.Combine(root, Folder))
        .Select(static link => new DirectoryInfo(link).ResolveLinkTarget(returnFinalTarget: false)?.FullName)
        .OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>Of the whole site in a snapshot; nothing where its record cannot be read, for the list is no reason to fail a publication.</summary>
    private static BoardFreshness Freshness(string link)
    {
        try
        {
            return BoardFreshness.Of(Release.Parse(File.ReadAllBytes(Path.Combine(link, Release.Path))).Boards.Values);
        }
        catch (Exception unreadable) when (unreadable is IOException or JsonException or UnauthorizedAccessException)
        {
            return BoardFreshness.None;
        }
    }

    /// <summary>Readers have the old list or the new one.</summary>
    private static void List(string folder, ReadOnlyMemory<byte> page)
    {
        string list = Path.Combine(folder, Path.GetFileName(SitePaths.Snapshots)), next = list + ".next";
        if (File.Exists(list) && page.Span.SequenceEqual(File.ReadAllBytes(list)))
            return;
        using (FileStream file = new(next, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(page.Span);
            file.Flush(flushToDisk: true);
        }

        File.Move(next, list, overwrite: true);
        PosixFile.SyncDirectory(folder);
    }

    private static void Link(string name, string target)
    {
        try
        {
            Directory.CreateSymbolicLink(name, target);
            PosixFile.SyncDirectory(Path.GetDirectoryName(name) ?? name);
        }
        catch (Exception refused) when (OperatingSystem.IsWindows() && refused is IOException or UnauthorizedAccessException)
        {
            // Windows grants links only to some accounts; there is no snapshot without.
        }
    }

    /// <summary>Daily ones older than that many days, except the first of each month, which go by months.</summary>
    private static IEnumerable<string> Outlived(string folder, FolderOptions options, DateOnly today)
    {
        HashSet<(int Year, int Month)> months = [];
        foreach (string link in Names(folder))
        {
            DateOnly day = Day(link);
            bool firstOfMonth = months.Add((day.Year, day.Month));
            int age = ((today.Year - day.Year) * 12) + today.Month - day.Month;
            if (today.DayNumber - day.DayNumber >= options.SnapshotDays && !(firstOfMonth && age < options.SnapshotMonths))
                yield return link;
        }
    }

    /// <summary>Oldest first. What bears no date is not ours.</summary>
    private static IEnumerable<string> Names(string folder) => !Directory.Exists(folder) ? [] : Directory.GetFileSystemEntries(folder)
        .Where(static path => DateOnly.TryParseExact(Path.GetFileName(path), DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) && new DirectoryInfo(path).LinkTarget is not null)
        .Order(StringComparer.Ordinal);

    private static DateOnly Day(string link) => DateOnly.ParseExact(Path.GetFileName(link), DateFormat, CultureInfo.InvariantCulture);
}
