using System.Text;
using BenchWorker.Figures;

namespace BenchWorker.Site;

/// <summary>A board's figures, summary and tables as plain files, without a site around them.</summary>
public static class BoardFiles
{
    /// <summary>Device pixels a logical pixel in the PNG files: for screens of old, and for those of today and for print.</summary>
    private static readonly int[] PngScales = [1, 2];

    /// <summary>Paths are file names; equal reports give equal bytes.</summary>
    public static IEnumerable<SiteFile> Of(BoardReport report, IRasterizer rasterizer) =>
    [
        .. report.Figures.SelectMany(figure => Figure(figure, rasterizer)),
        SiteFile.Of(BoardFileNames.Summary, report.Summary.Markdown),
        SiteFile.Of(BoardFileNames.Evidence, report.Summary.EvidenceJson),
        SiteFile.Of(BoardFileNames.Leaderboard, BoardTables.Leaderboards(report)),
        SiteFile.Of(BoardFileNames.Scores, BoardTables.Scores(report)),
    ];

    private static IEnumerable<SiteFile> Figure(BoardFigure figure, IRasterizer rasterizer)
    {
        foreach (bool dark in new[] { false, true })
        {
            Scene scene = dark ? figure.Dark : figure.Light;
            yield return SiteFile.Of(BoardFileNames.Svg(figure.Slug, dark), Encoding.UTF8.GetBytes(SvgWriter.Write(scene)));
            foreach (int scale in PngScales)
            {
                string path = scale == 1 ? BoardFileNames.Png(figure.Slug, dark) : BoardFileNames.Png(figure.Slug, dark).Replace(".png", $"@{scale}x.png", StringComparison.Ordinal);
                yield return SiteFile.Of(path, PngWriter.Write(rasterizer.Rasterize(scene, scale), PngMetadata.Of(scene, scale)));
            }
        }

        yield return SiteFile.Of(BoardFileNames.Csv(figure.Slug), figure.Csv);
    }
}
