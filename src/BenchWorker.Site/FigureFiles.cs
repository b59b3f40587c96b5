using System.Text;
using BenchWorker.Figures;

namespace BenchWorker.Site;

/// <summary>Draws one figure in both themes.</summary>
internal static class FigureFiles
{
    /// <summary>Device pixels a logical pixel in PNG files: sharp on today's screens and in print.</summary>
    public const int PngScale = 2;

    public static RenderedFigure Render(string board, BoardFigure figure, IRasterizer rasterizer)
    {
        string folder = SitePaths.BoardFolder(board);
        List<SiteFile> files = [SiteFile.Of(folder + BoardFileNames.Csv(figure.Slug), BoardTables.Figure(figure))];
        foreach (bool dark in new[] { false, true })
        {
            Scene scene = dark ? figure.Dark : figure.Light;
            byte[] svg = Encoding.UTF8.GetBytes(SvgWriter.Write(scene));
            files.Add(SiteFile.Of(folder + BoardFileNames.Svg(figure.Slug, dark), svg));
            files.Add(SiteFile.Hashed(folder + "files/", figure.Slug + (dark ? "-dark" : ""), "svg", svg));
            files.Add(SiteFile.Of(folder + BoardFileNames.Png(figure.Slug, dark), PngWriter.Write(rasterizer.Rasterize(scene, PngScale), PngMetadata.Of(scene, PngScale))));
        }

        return new RenderedFigure(figure, figure.Light.WidthPx, figure.Light.HeightPx, files);
    }
}
