using BenchWorker.Analysis;
using BenchWorker.Figures;

namespace BenchWorker.Site;

/// <summary>A board's report with its figures as files: the expensive part of its pages, the same wherever they are published. It is computed and
/// drawn when first asked for, so that a board that did not change costs neither; several threads may ask.</summary>
public sealed class BoardRendering
{
    private readonly IRasterizer rasterizer;
    private readonly Lazy<BoardReport> report;
    private readonly Lazy<string> digest;
    private readonly Lazy<IReadOnlyList<RenderedFigure>> figures;

    /// <summary>A report that is there already.</summary>
    public BoardRendering(BoardReport report, IRasterizer rasterizer)
        : this(report.Board, report.DataAsOf, null, () => report, rasterizer)
    {
    }

    /// <param name="compose">From these results, on this board, with these fonts; may be called once or never.</param>
    public BoardRendering(Board board, ResultSnapshot results, FontSet fonts, IRasterizer rasterizer, Func<BoardReport> compose)
        : this(board, results.DataAsOf, BoardInputs.Digest(board, results, fonts, rasterizer), compose, rasterizer)
    {
    }

    private BoardRendering(Board board, DateTimeOffset? dataAsOf, string? inputs, Func<BoardReport> compose, IRasterizer rasterizer)
    {
        this.rasterizer = rasterizer;
        (Slug, PublishTo, DataAsOf, Inputs) = (board.Slug, board.PublishTo, dataAsOf, inputs);
        report = new Lazy<BoardReport>(compose);
        digest = new Lazy<string>(() => ReportDigest.Of(Report, rasterizer));
        figures = new Lazy<IReadOnlyList<RenderedFigure>>(() => [.. Report.Figures.Select(figure => FigureFiles.Render(Slug, figure, rasterizer))]);
    }

    public string Slug { get; }

    public IReadOnlyList<string> PublishTo { get; }

    public DateTimeOffset? DataAsOf { get; }

    /// <summary>Of what the report is computed from, 32 hexadecimal digits; null for one that came as it is.</summary>
    public string? Inputs { get; }

    public BoardReport Report => report.Value;

    /// <summary>Computes the report now, unless it is there.</summary>
    public void Compose() => _ = Report;

    /// <summary>Of the report. Equal digests mean equal pages; 32 hexadecimal digits.</summary>
    public string Digest => digest.Value;

    public IReadOnlyList<RenderedFigure> Figures => figures.Value;

    /// <summary>A scene as a PNG of its own size.</summary>
    internal byte[] Paint(Scene scene) => PngWriter.Write(rasterizer.Rasterize(scene, 1), PngMetadata.Of(scene, 1));
}
