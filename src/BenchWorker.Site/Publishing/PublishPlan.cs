using System.Globalization;
using System.Text;

namespace BenchWorker.Site;

public enum FileChange
{
    Added,
    Changed,
    Removed,
}

public sealed record PlannedFile(ManifestFile File, FileChange Change);

/// <summary>What a publication would write and remove, and why; printing it is the dry run.</summary>
public sealed record PublishPlan
{
    /// <summary>What the plan was made against; null for an empty place.</summary>
    public required LiveSite? Base { get; init; }

    /// <summary>In ordinal order of path.</summary>
    public required IReadOnlyList<PlannedFile> Files { get; init; }

    /// <summary>Files that stay as they are.</summary>
    public required IReadOnlyList<ManifestFile> Kept { get; init; }

    public required IReadOnlyList<BoardVerdict> Boards { get; init; }

    /// <summary>The place already holds exactly this site.</summary>
    public required bool IsEmpty { get; init; }

    public IEnumerable<ManifestFile> Writes => Files.Where(static file => file.Change != FileChange.Removed).Select(static file => file.File);

    public IEnumerable<ManifestFile> Removals => Files.Where(static file => file.Change == FileChange.Removed).Select(static file => file.File);

    public static PublishPlan Between(LiveSite? published, SiteSnapshot site)
    {
        Dictionary<string, ManifestFile> old = (published?.Manifest?.Files ?? []).ToDictionary(static file => file.Path, StringComparer.Ordinal);
        List<PlannedFile> planned = [];
        List<ManifestFile> kept = [];
        foreach (ManifestFile file in site.Manifest.Files)
        {
            if (!old.Remove(file.Path, out ManifestFile? before))
                planned.Add(new PlannedFile(file, FileChange.Added));
            else if (before.Sha256 != file.Sha256)
                planned.Add(new PlannedFile(file, FileChange.Changed));
            else
                kept.Add(file);
        }

        planned.AddRange(old.Values.Select(static file => new PlannedFile(file, FileChange.Removed)));
        planned.Sort(static (a, b) => string.CompareOrdinal(a.File.Path, b.File.Path));
        return new PublishPlan
        {
            Base = published,
            Files = planned,
            Kept = kept,
            Boards = site.Boards,
            IsEmpty = published?.Release.Hash == site.Hash,
        };
    }

    /// <summary>The plan in words: one line of totals, one a board that changes, one a file.</summary>
    public string Describe()
    {
        if (IsEmpty)
            return "Nothing to publish: the site already says this.\n";
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{Writes.Count()} files to write, {Removals.Count()} to remove, {Kept.Count} stay.\n");
        foreach (BoardVerdict board in Boards.Where(static board => board.Outcome != BoardOutcome.Unchanged))
            text.Append(CultureInfo.InvariantCulture, $"  {board.Slug} {board.Outcome.ToString().ToLowerInvariant()}: {board.Reason}\n");
        foreach (PlannedFile file in Files)
            text.Append(CultureInfo.InvariantCulture, $"  {Sign(file.Change)} {file.File.Path}\n");
        return text.ToString();
    }

    private static char Sign(FileChange change) => change switch
    {
        FileChange.Added => '+',
        FileChange.Changed => '~',
        _ => '-',
    };
}
