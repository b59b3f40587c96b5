using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>Everything of one board as files, with the entry by which the site remembers it.</summary>
internal sealed record ComposedBoard(BoardEntry Entry, IReadOnlyList<SiteFile> Files)
{
    /// <summary>Boards with more cells than this leave them out of the entry.</summary>
    private const int MostCarriedCells = 4_000;

    /// <param name="previous">The board as it is published; null when it is not.</param>
    /// <param name="before">Its published scores; null when they are not at hand.</param>
    public static ComposedBoard Of(BoardRendering board, string digest, BoardEntry? previous, ScoreTable? before, SiteOptions site)
    {
        BoardReport report = board.Report;
        string folder = SitePaths.BoardFolder(report.Board.Slug);
        IReadOnlyList<NextRun> next = NextRuns.Of(report);
        SiteFile json = SiteFile.Of(folder + BoardFileNames.Json, BoardJson.Write(report, next));
        SiteFile scores = SiteFile.Of(folder + BoardFileNames.Scores, BoardTables.Scores(report));
        SiteFile datedJson = json.Hashed(folder + "data/", "board");
        SiteFile datedCsv = scores.Hashed(folder + "data/", "scores");
        BoardEntry entry = Remember(board, digest, previous, before, site, new DatedCopy(report.DataAsOf, datedCsv.Path, datedJson.Path)) with { Next = next };
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
            SiteFile.Of(folder + BoardFileNames.Preview, board.Paint(SocialPreview.Of(report, entry, site))),
            SiteFile.Of(folder + BoardFileNames.Feed, AtomFeed.Write(entry, site)),
            .. board.Figures.SelectMany(static figure => figure.Files),
        ]);
    }

    private static BoardEntry Remember(BoardRendering board, string digest, BoardEntry? previous, ScoreTable? before, SiteOptions site, DatedCopy copy)
    {
        BoardReport report = board.Report;
        IReadOnlyList<Place> places = Placement.Of(report);
        BoardEntry entry = new()
        {
            Slug = report.Board.Slug,
            Title = report.Board.Title,
            Description = report.Board.Description,
            Entity = report.Board.Entity,
            Unit = report.Unit,
            Direction = report.Direction,
            Freshness = BoardFreshness.Next(previous?.Freshness, report.DataAsOf, site.Now),
            Columns = report.Table.Columns.Count,
            Present = report.Table.Cells.ToArray().Count(static cell => cell.HasValue),
            Method = report.Leaderboards.Count == 0 ? RankingMethod.Mean : report.Leaderboards[0].Method,
            Digest = digest,
            Assets = [.. SiteAssets.All.Select(static asset => asset.Path)],
            Policy = BoardPolicy.Of(report),
            Places = places,
            Scores = Carried(report, places),
            Warnings = report.Warnings,
            Thumbnail = board.Figures.Count == 0 ? null : new ThumbnailEntry(board.Figures[0].Light.Thumbnail, board.Figures[0].Dark.Thumbnail),
            Copies = [copy, .. (previous?.Copies ?? []).Where(old => old.Json != copy.Json || old.Csv != copy.Csv).Take(Math.Max(0, site.DatedCopies - 1))],
        };
        return BoardHistory.Advance(previous, entry, before, report, site.RememberedChanges);
    }

    private static ScoreRows? Carried(BoardReport report, IReadOnlyList<Place> places)
    {
        ScoreTable table = report.Table;
        if (table.Cells.Length > MostCarriedCells || report.Board.Entity != ModelPlaces.Entity)
            return null;
        Dictionary<string, int> rows = table.Entities.Select(static (name, index) => (name, index)).ToDictionary(static pair => pair.name, static pair => pair.index, StringComparer.Ordinal);
        return new ScoreRows(
            [.. table.Columns.Select(static column => column.Name)],
            [.. places.Select(IReadOnlyList<double?> (place) => [.. Enumerable.Range(0, table.Columns.Count).Select(j => rows.TryGetValue(place.Entity, out int i) && table[i, j] is { HasValue: true, Value: var value } ? value : (double?)null)])]);
    }
}
