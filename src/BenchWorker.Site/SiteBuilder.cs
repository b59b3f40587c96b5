using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BenchWorker.Analysis;
using BenchWorker.Figures;

namespace BenchWorker.Site;

/// <summary>Composes a site from the boards that were looked at again and from what is published already.</summary>
/// <remarks>Boards that are not among the reports stay as they are published, file for file; what other pages say of them comes from
/// their entries in the manifest. Pure: the same arguments give the same bytes.</remarks>
public static class SiteBuilder
{
    public static SiteSnapshot Build(IReadOnlyList<BoardReport> reports, LiveSite? published, IRasterizer rasterizer, SiteOptions options) =>
        Build([.. reports.Select(report => new BoardRendering(report, rasterizer))], published, options);

    /// <summary>The same for callers who publish to several places and want figures drawn once.</summary>
    /// <param name="boards">Distinct by slug.</param>
    public static SiteSnapshot Build(IReadOnlyList<BoardRendering> boards, LiveSite? published, SiteOptions options)
    {
        SiteManifest? before = published?.Manifest;
        Dictionary<string, BoardEntry> entries = Standing(before, options);
        SortedDictionary<string, SiteFile> composed = new(StringComparer.Ordinal);
        List<BoardVerdict> verdicts = [.. Removed(before, entries)];
        foreach (ConsideredBoard board in InParallel.Select(boards, board => Consider(board, published, entries, options)))
        {
            verdicts.Add(board.Verdict);
            if (board.Fresh is not { } fresh)
                continue;
            entries[fresh.Entry.Slug] = fresh.Entry;
            foreach (SiteFile file in fresh.Files)
                composed[file.Path] = file;
        }

        BoardEntry[] ordered = Ordered(entries.Values, options);
        StandingPages standing = new(before, options);
        foreach (SiteFile file in SitePages.Of(ordered, standing, options))
            composed[file.Path] = file;
        SiteManifest manifest = new() { Pages = StandingPages.Digest(options), Files = Listed(before, ordered, composed, standing.Kept), Boards = ordered };
        return new SiteSnapshot(manifest, composed, verdicts) { Options = options };
    }

    /// <summary>Whether a place holds the pages of these results already.</summary>
    public static bool IsPublished(BoardRendering board, LiveSite published, SiteOptions options) =>
        published.Manifest?.Find(board.Slug) is { } entry && IsCurrent(entry, board, options);

    /// <summary>By the inputs if they are the same; else by the report, which has to be computed for it.</summary>
    private static bool IsCurrent(BoardEntry entry, BoardRendering board, SiteOptions options) =>
        (board.Inputs is { } inputs && entry.Inputs == Digest(inputs, options)) || entry.Digest == Digest(board.Digest, options);

    /// <summary>The published boards that stay.</summary>
    private static Dictionary<string, BoardEntry> Standing(SiteManifest? before, SiteOptions options)
    {
        HashSet<string>? declared = options.Boards?.ToHashSet(StringComparer.Ordinal);
        return (before?.Boards ?? []).Where(entry => declared?.Contains(entry.Slug) != false).ToDictionary(static entry => entry.Slug, StringComparer.Ordinal);
    }

    private static IEnumerable<BoardVerdict> Removed(SiteManifest? before, Dictionary<string, BoardEntry> entries) => (before?.Boards ?? [])
        .Where(entry => !entries.ContainsKey(entry.Slug))
        .Select(static entry => new BoardVerdict(entry.Slug, BoardOutcome.Removed, "no longer declared"));

    private static ConsideredBoard Consider(BoardRendering board, LiveSite? published, Dictionary<string, BoardEntry> standing, SiteOptions options)
    {
        string slug = board.Slug;
        BoardEntry? old = published?.Manifest?.Find(slug);
        if (old is not null && standing.ContainsKey(slug) && IsCurrent(old, board, options))
            return new ConsideredBoard(new BoardVerdict(slug, BoardOutcome.Unchanged, "same results, same pages"), null);
        ComposedBoard fresh = ComposedBoard.Of(board, Digest(board.Digest, options), old, Published(published, slug), options);
        fresh = fresh with { Entry = fresh.Entry with { Inputs = board.Inputs is { } inputs ? Digest(inputs, options) : null } };
        if (old is { Present: > 0 } && fresh.Entry.Present == 0 && !options.AllowEmptied)
            return new ConsideredBoard(new BoardVerdict(slug, BoardOutcome.Refused, string.Create(CultureInfo.InvariantCulture, $"it would lose all of its {old.Present} values; the published pages stay")), null);
        return new ConsideredBoard(new BoardVerdict(slug, BoardOutcome.Changed, old is null ? "new board" : Reason(old, fresh.Entry)), fresh);
    }

    private static ScoreTable? Published(LiveSite? published, string slug) =>
        published?.BoardFiles.TryGetValue(slug, out ReadOnlyMemory<byte> json) == true ? PublishedTable.Read(json) : null;

    private static string Reason(BoardEntry old, BoardEntry now)
    {
        if (!old.Places.SequenceEqual(now.Places) && now.Changes.Count > 0)
            return string.Join(' ', now.Changes[0].Lines);
        return old.DataAsOf != now.DataAsOf ? "newer rows, same ranking" : "same ranking; cells, settings or the program changed";
    }

    private static ManifestFile[] Listed(SiteManifest? before, IReadOnlyList<BoardEntry> boards, SortedDictionary<string, SiteFile> composed, IReadOnlySet<string> standing)
    {
        Dictionary<string, ManifestFile> files = new(StringComparer.Ordinal);
        HashSet<string> recomposed = [.. composed.Keys.Select(SitePaths.BoardOf).OfType<string>()];
        HashSet<string> kept = [.. boards.Select(static board => board.Slug).Where(slug => !recomposed.Contains(slug))];
        HashSet<string> needed = [.. boards.SelectMany(static board => board.Copies).SelectMany(static copy => new[] { copy.Csv, copy.Json })];
        needed.UnionWith(boards.SelectMany(static board => board.Assets));
        foreach (ManifestFile file in before?.Files ?? [])
        {
            if (needed.Contains(file.Path) || standing.Contains(file.Path) || (SitePaths.BoardOf(file.Path) is { } slug && kept.Contains(slug)))
                files[file.Path] = file;
        }

        foreach (SiteFile file in composed.Values)
            files[file.Path] = new ManifestFile(file.Path, file.Sha256, file.Content.Length);
        return [.. files.Values.OrderBy(static file => file.Path, StringComparer.Ordinal)];
    }

    /// <summary>Of a board's digest and of what every page says of the site.</summary>
    private static string Digest(string board, SiteOptions options)
    {
        string text = string.Join('\n', board, options.Title, options.BaseUrl?.AbsoluteUri, options.DatedCopies.ToString(CultureInfo.InvariantCulture));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
    }

    /// <summary>In the order declared; boards that were not declared follow by slug.</summary>
    private static BoardEntry[] Ordered(IEnumerable<BoardEntry> entries, SiteOptions options)
    {
        Dictionary<string, int> position = new(StringComparer.Ordinal);
        foreach (string slug in options.Boards ?? [])
            position.TryAdd(slug, position.Count);
        return [.. entries.OrderBy(entry => position.GetValueOrDefault(entry.Slug, int.MaxValue)).ThenBy(static entry => entry.Slug, StringComparer.Ordinal)];
    }

    /// <param name="Fresh">Null where the published pages stay.</param>
    private sealed record ConsideredBoard(BoardVerdict Verdict, ComposedBoard? Fresh);
}
