using BenchWorker.Analysis;
using BenchWorker.Figures;
using BenchWorker.Site;

namespace BenchWorker;

/// <summary>The heart of a refresh: one consistent read, and everything that follows from it.</summary>
internal sealed class BoardRefresh(
    CellFold cells, IResultSource source, EarlierScores earlier, SitePublishers targets, SiteOptions site, FindingSource findings, DroppedFindings dropped, FontSet fonts, IRasterizer rasterizer)
{
    /// <param name="claim">Under which the refresh is made; null for a look that changes nothing.</param>
    /// <remarks>Between the read and the return no connection is held. Where every target shows these rows already, nothing is computed; what is
    /// drawn is drawn when a publisher asks for it.</remarks>
    public async Task<BoardRendering> RunAsync(Board board, Claim? claim, CancellationToken ct)
    {
        if (claim is not null)
            await cells.FoldAsync(board, claim, ct);
        ResultSnapshot results = await source.ReadAsync(board, ct);
        IReadOnlyList<ReadOnlyMemory<byte>> published = await earlier.ReadAsync(board, ct);
        BoardRendering rendering = new(board, results, fonts, rasterizer, () => Compose(board, results, published));
        // A board that cannot be composed must fail here, and not those that are published with it.
        if (!await PublishedBoards.AllShowAsync(targets.All, rendering, site, ct))
            rendering.Compose();
        return rendering;
    }

    private BoardReport Compose(Board board, ResultSnapshot results, IReadOnlyList<ReadOnlyMemory<byte>> published)
    {
        BoardReport report = BoardComposer.Compose(board, results, fonts, [.. published.Select(PublishedScores.Read).OfType<ScoreTable>()], findings);
        dropped.Record(report);
        return report;
    }
}
