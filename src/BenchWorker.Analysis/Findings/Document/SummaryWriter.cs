namespace BenchWorker.Analysis;

/// <summary>Writes the summary of a board: finds, tests, selects and verifies statements about each figure and about the ranking, and sets them in one document.</summary>
public static class SummaryWriter
{
    /// <summary>Of a board with one figure.</summary>
    public static Summary Write(HeatmapTable table) => Write([table]);

    /// <summary>Deterministic: the same tables give the same bytes on any machine.</summary>
    /// <param name="figures">In the board's order; the ranking is taken from the first that carries one.</param>
    /// <param name="ranking">The table that carries the ranking where none of the figures' does; null for none.</param>
    /// <param name="findings">What may be said, the whole catalogue unless given; whatever it is, only what is confirmed gets into the document.</param>
    public static Summary Write(IReadOnlyList<HeatmapTable> figures, HeatmapTable? ranking = null, FindingSource? findings = null)
    {
        FindingSource source = findings ?? FindingEngine.Find;
        TableStatements[] all = [.. figures.Select(table => new TableStatements(table, source))];
        TableStatements? ranked = all.FirstOrDefault(static one => one.Table.Board is not null) ?? (ranking is null ? null : new TableStatements(ranking, source));
        Finding[] ofRanking = ranked is null ? [] : [.. ranked.OfRanking()];
        bool leads = ofRanking.Any(static finding => finding.Kind == FindingKinds.A1);
        DocumentText said = new();
        FigureSections[] sections = [.. all.Select(one => one.Sections(leads ? ranked?.Table.Board : null, said))];
        RankingSections? board = ranked is null ? null : new RankingSections(ranked.Table, ofRanking);
        return new Summary(SummaryMarkdown.Of(sections, board), all.Length == 0 ? "" : AltText.Of(all[0]), EvidenceWriter.Write(sections, board))
        {
            Figures = [.. all.Zip(sections, static (one, figure) => new FigureSummary(one.Table, AltText.Of(one), [.. figure.Stated.Select(finding => new Statement(one.Table, finding))]))],
            Ranking = board is null ? [] : [.. board.Stated.Select(finding => new Statement(board.Table, finding))],
            RankingTable = ranked?.Table,
            Dropped = [.. all.Append(ranked).OfType<TableStatements>().Distinct().SelectMany(static one => one.Dropped)],
        };
    }
}
