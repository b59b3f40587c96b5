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

    /// <summary>Of images painted at once; larger ones share their memory and wait for each other.</summary>
    private const double MostPixelsAtOnce = 16e6;

    public static RenderedFigure Render(string board, BoardFigure figure, IRasterizer rasterizer)
    {
        string folder = SitePaths.BoardFolder(board);
        ThemeFiles[] themes = [.. Themes(folder, figure, rasterizer)];
        List<SiteFile> files = [SiteFile.Of(folder + BoardFileNames.Csv(figure.Slug), BoardTables.Figure(figure)), .. themes.SelectMany(static theme => theme.Files)];
        SiteFile? cells = FigureCells.Write(figure.Light, figure.Slug) is { } script ? SiteFile.Hashed(folder + "files/", figure.Slug + "-cells", "js", script) : null;
        if (cells is not null)
            files.Add(cells);
        return new RenderedFigure(figure, themes[0].Image, themes[1].Image, cells?.Path, files);
    }

    /// <returns>Light, dark.</returns>
    private static IEnumerable<ThemeFiles> Themes(string folder, BoardFigure figure, IRasterizer rasterizer)
    {
        if ((double)figure.Light.WidthPx * figure.Light.HeightPx * PngScale * PngScale <= MostPixelsAtOnce)
            return InParallel.Select([false, true], dark => Draw(folder, figure, dark, rasterizer, null));
        ThemeFiles light = Draw(folder, figure, dark: false, rasterizer, null);
        return [light, Draw(folder, figure, dark: true, rasterizer, light.Pixels)];
    }

    private static ThemeFiles Draw(string folder, BoardFigure figure, bool dark, IRasterizer rasterizer, PixelImage? spent)
    {
        Scene scene = dark ? figure.Dark : figure.Light;
        string stem = figure.Slug + (dark ? "-dark" : ""), hashed = folder + "files/";
        PixelImage pixels = rasterizer.Rasterize(scene, PngScale, spent);
        byte[] svg = Encoding.UTF8.GetBytes(SvgWriter.Write(scene));
        byte[] png = PngWriter.Write(pixels, PngMetadata.Of(scene, PngScale));
        bool heavy = svg.Length > HeaviestShownSvg;
        SiteFile shown = heavy ? SiteFile.Hashed(hashed, stem, "png", png) : SiteFile.Hashed(hashed, stem, "svg", svg);
        SiteFile thumbnail = SiteFile.Hashed(hashed, stem + "-small", "png", PngWriter.Write(Thumbnail.Of(scene, pixels), new PngMetadata(scene.Title, "", 1)));
        SiteFile linked = SiteFile.Of(folder + BoardFileNames.Svg(figure.Slug, dark), svg);
        return new(
            new FigureImage(shown.Path, linked.Path, thumbnail.Path),
            [shown, thumbnail, linked, SiteFile.Of(folder + BoardFileNames.Png(figure.Slug, dark), png)],
            pixels);
    }

    /// <param name="Pixels">Nobody looks at them any more.</param>
    private sealed record ThemeFiles(FigureImage Image, IReadOnlyList<SiteFile> Files, PixelImage Pixels);
}
