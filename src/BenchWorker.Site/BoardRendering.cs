using BenchWorker.Figures;

namespace BenchWorker.Site;

/// <summary>A report with its figures as files: the expensive part of a board's pages, the same wherever they are published. Figures are
/// drawn when first asked for, so that a board that did not change costs no drawing; several threads may ask.</summary>
public sealed class BoardRendering
{
    private readonly IRasterizer rasterizer;
    private readonly Lazy<IReadOnlyList<RenderedFigure>> figures;

    public BoardRendering(BoardReport report, IRasterizer rasterizer)
    {
        this.rasterizer = rasterizer;
        Report = report;
        Digest = ReportDigest.Of(report, rasterizer);
        figures = new Lazy<IReadOnlyList<RenderedFigure>>(() => [.. report.Figures.Select(figure => FigureFiles.Render(report.Board.Slug, figure, rasterizer))]);
    }

    public BoardReport Report { get; }

    /// <summary>Equal digests mean equal pages; 32 hexadecimal digits.</summary>
    public string Digest { get; }

    public IReadOnlyList<RenderedFigure> Figures => figures.Value;

    /// <summary>A scene as a PNG of its own size.</summary>
    internal byte[] Paint(Scene scene) => PngWriter.Write(rasterizer.Rasterize(scene, 1), PngMetadata.Of(scene, 1));
}
