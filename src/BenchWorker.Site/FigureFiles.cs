using System.Text;
using BenchWorker.Figures;

namespace BenchWorker.Site;

/// <summary>Draws one figure in both themes.</summary>
internal static class FigureFiles
{
    /// <summary>Device pixels a logical pixel in PNG files: sharp on today's screens and in print.</summary>
    public const int PngScale = 2;

    /// <summary>Browsers take a second and more over larger SVG; a page then shows the PNG and links to the SVG.</summary>
    private const int HeaviestShownSvg = 400_000;

    public static RenderedFigure Render(string board, BoardFigure figure, IRasterizer rasterizer)
    {
        string folder = SitePaths.BoardFolder(board);
        List<SiteFile> files = [SiteFile.Of(folder + BoardFileNames.Csv(figure.Slug), BoardTables.Figure(figure))];
        (FigureImage light, PixelImage spent) = Theme(folder, figure.Slug, figure.Light, dark: false, rasterizer, null, files);
        (FigureImage dark, _) = Theme(folder, figure.Slug, figure.Dark, dark: true, rasterizer, spent, files);
        SiteFile? cells = FigureCells.Write(figure.Light, figure.Slug) is { } script ? SiteFile.Hashed(folder + "files/", figure.Slug + "-cells", "js", script) : null;
        if (cells is not null)
            files.Add(cells);
        return new RenderedFigure(figure, light, dark, cells?.Path, files);
    }

    private static (FigureImage Image, PixelImage Pixels) Theme(string folder, string slug, Scene scene, bool dark, IRasterizer rasterizer, PixelImage? spent, List<SiteFile> files)
    {
        string stem = slug + (dark ? "-dark" : ""), hashed = folder + "files/";
        PixelImage pixels = rasterizer.Rasterize(scene, PngScale, spent);
        byte[] svg = Encoding.UTF8.GetBytes(SvgWriter.Write(scene));
        byte[] png = PngWriter.Write(pixels, PngMetadata.Of(scene, PngScale));
        bool heavy = svg.Length > HeaviestShownSvg;
        SiteFile shown = heavy ? SiteFile.Hashed(hashed, stem, "png", png) : SiteFile.Hashed(hashed, stem, "svg", svg);
        SiteFile thumbnail = SiteFile.Hashed(hashed, stem + "-small", "png", PngWriter.Write(Thumbnail.Of(scene, pixels), new PngMetadata(scene.Title, "", 1)));
        files.Add(shown);
        files.Add(thumbnail);
        files.Add(SiteFile.Of(folder + BoardFileNames.Svg(slug, dark), svg));
        files.Add(SiteFile.Of(folder + BoardFileNames.Png(slug, dark), png));
        return (new FigureImage(shown.Path, folder + BoardFileNames.Svg(slug, dark), thumbnail.Path), pixels);
    }
}
