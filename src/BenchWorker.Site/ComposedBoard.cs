using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>Everything of one board as files, with the entry by which the site remembers it.</summary>
internal sealed record ComposedBoard(BoardEntry Entry, IReadOnlyList<SiteFile> Files)
{
    /// <param name="previous">The board as it is published; null when it is not.</param>
    public static ComposedBoard Of(BoardRendering board, string digest, BoardEntry? previous, SiteOptions site)
    {
        BoardReport report = board.Report;
        string folder = SitePaths.BoardFolder(report.Board.Slug);
        SiteFile json = SiteFile.Of(folder + BoardFileNames.Json, BoardJson.Write(report));
        SiteFile scores = SiteFile.Of(folder + BoardFileNames.Scores, BoardTables.Scores(report));
        SiteFile datedJson = SiteFile.Hashed(folder + "data/", "board", "json", json.Content);
        SiteFile datedCsv = SiteFile.Hashed(folder + "data/", "scores", "csv", scores.Content);
        BoardEntry entry = Remember(board, digest, previous, site, new DatedCopy(report.DataAsOf, datedCsv.Path, datedJson.Path));
        return new ComposedBoard(entry,
        [
            new BoardPage(site, board, entry).Write(),
            json,
            scores,
            datedJson,
            datedCsv,
            SiteFile.Of(folder + BoardFileNames.Leaderboard, BoardTables.Leaderboards(report)),
            SiteFile.Of(folder + BoardFileNames.Summary, report.Summary.Markdown),
            SiteFile.Of(folder + BoardFileNames.Evidence, report.Summary.EvidenceJson),
            SiteFile.Of(folder + BoardFileNames.BadgeSvg, Badge.Svg(entry)),
            SiteFile.Of(folder + BoardFileNames.BadgeJson, Badge.Json(entry)),
            SiteFile.Of(folder + BoardFileNames.Feed, AtomFeed.Write(entry, site)),
            .. board.Figures.SelectMany(static figure => figure.Files),
        ]);
    }

    private static BoardEntry Remember(BoardRendering board, string digest, BoardEntry? previous, SiteOptions site, DatedCopy copy)
    {
        BoardReport report = board.Report;
        BoardEntry entry = new()
        {
            Slug = report.Board.Slug,
            Title = report.Board.Title,
            Description = report.Board.Description,
            Entity = report.Board.Entity,
            Unit = report.Unit,
            Direction = report.Direction,
            DataAsOf = report.DataAsOf,
            Columns = report.Table.Columns.Count,
            Present = report.Table.Cells.ToArray().Count(static cell => cell.HasValue),
            Method = report.Leaderboards.Count == 0 ? RankingMethod.Mean : report.Leaderboards[0].Method,
            Digest = digest,
            Assets = [.. SiteAssets.All.Select(static asset => asset.Path)],
            Places = Placement.Of(report),
            Next = NextRuns.Of(report),
            Warnings = report.Warnings,
            Thumbnail = board.Figures.Count == 0 ? null : new ThumbnailEntry(board.Figures[0].Light.Thumbnail, board.Figures[0].Dark.Thumbnail),
            Copies = [copy, .. (previous?.Copies ?? []).Where(old => old.Json != copy.Json || old.Csv != copy.Csv).Take(Math.Max(0, site.DatedCopies - 1))],
        };
        return entry with { Changes = BoardHistory.Advance(previous, entry, site.RememberedChanges) };
    }
}
