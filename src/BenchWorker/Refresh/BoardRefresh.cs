using BenchWorker.Analysis;
using BenchWorker.Figures;
using BenchWorker.Site;

namespace BenchWorker;

/// <summary>The heart of a refresh: one consistent read, and everything that follows from it.</summary>
internal sealed class BoardRefresh(
    CellFold cells, IResultSource source, EarlierScores earlier, DroppedFindings dropped, FontSet fonts, IRasterizer rasterizer)
{
    /// <param name="claim">Under which the refresh is made; null for a look that changes nothing.</param>
    /// <remarks>Between the read and the return no connection is held; what is drawn is drawn when a publisher asks for it.</remarks>
    public async Task<BoardRendering> RunAsync(Board board, Claim? claim, CancellationToken ct)
    {
        if (claim is not null)
            await cells.FoldAsync(board, claim, ct);
        ResultSnapshot results = await source.ReadAsync(board, ct);
        BoardReport report = BoardComposer.Compose(board, results, fonts, await earlier.ReadAsync(board, ct));
        dropped.Record(report);
        return new BoardRendering(report, rasterizer);
    }
}
