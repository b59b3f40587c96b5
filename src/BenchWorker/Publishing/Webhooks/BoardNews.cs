using BenchWorker.Site;

namespace BenchWorker;

/// <summary>A board whose pages a publication changed.</summary>
/// <param name="Lines">What changed in its ranking, as the change log says it; empty when no place moved.</param>
internal sealed record BoardNews(BoardEntry Entry, IReadOnlyList<string> Lines)
{
    /// <param name="before">The site as it was; null when there was none.</param>
    /// <param name="boards">Slugs of the boards that were refreshed.</param>
    public static IReadOnlyList<BoardNews> Between(SiteManifest? before, SiteManifest now, IEnumerable<string> boards) =>
    [
        .. now.Boards
            .Where(entry => boards.Contains(entry.Slug, StringComparer.Ordinal) && before?.Find(entry.Slug)?.Digest != entry.Digest)
            .Select(entry => new BoardNews(entry, Newest(before?.Find(entry.Slug), entry))),
    ];

    private static IReadOnlyList<string> Newest(BoardEntry? before, BoardEntry now) =>
        now.Changes is [var newest, ..] && (before is null || before.Changes.Count == 0 || !newest.Lines.SequenceEqual(before.Changes[0].Lines, StringComparer.Ordinal) || newest.DataAsOf != before.Changes[0].DataAsOf)
            ? newest.Lines
            : [];
}
