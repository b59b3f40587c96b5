using BenchWorker.Analysis;
using BenchWorker.Figures;
using BenchWorker.Site;

namespace BenchWorker;

/// <summary>The heart of a refresh: one consistent read, and everything that follows from it.</summary>
internal sealed class BoardRefresh(IResultSource source, FontSet fonts, IRasterizer rasterizer)
{
    /// <summary>Between the read and the return no connection is held; what is drawn is drawn when a publisher asks for it.</summary>
    public async Task<BoardRendering> RunAsync(Board board, CancellationToken ct)
    {
        ResultSnapshot results = await source.ReadAsync(board, ct);
        BoardReport report = BoardComposer.Compose(board, results, fonts);
        return new BoardRendering(report, rasterizer);
    }
}
