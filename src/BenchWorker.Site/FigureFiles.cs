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
        List<SiteFile> files = [SiteFile.Of(folder + BoardFileNames.Csv(figure.Slug), figure.Csv), .. themes.SelectMany(static theme => theme.Files)];
        SiteFile? cells = FigureCells.Write(figure.Light, figure.Slug) is { } script ? SiteFile.Hashed(folder + "files/", figure.Slug + "-cells", "js", script) : null;
        if (cells is not null)
            files.Add(cells);
        return new RenderedFigure(figure, themes[0].Image, themes[1].Image, cells?.Path, files);
    }

    /// <returns>Light, dark.</returns>
    private static IEnumerable<ThemeFiles> Themes(string folder, BoardFigure figure, IRasterizer rasterizer) =>
        (double)figure.Light.WidthPx * figure.Light.HeightPx * PngScale * PngScale <= MostPixelsAtOnce
            ? InParallel.Select([false, true], dark => Draw(folder, figure, dark, rasterizer))
            : [Draw(folder, figure, dark: false, rasterizer), Draw(folder, figure, dark: true, rasterizer)];

    private static ThemeFiles Draw(string folder, BoardFigure figure, bool dark, IRasterizer rasterizer)
    {
        Scene scene = dark ? figure.Dark : figure.Light;
        string stem = figure.Slug + (dark ? "-dark" : ""), hashed = folder + "files/";
        PixelImage pixels = rasterizer.Rasterize(scene, PngScale, SpentPixels.Take());
        SiteFile svg = SiteFile.Of(folder + BoardFileNames.Svg(figure.Slug, dark), SvgWriter.Write(scene));
        SiteFile png = SiteFile.Of(folder + BoardFileNames.Png(figure.Slug, dark), PngWriter.Write(pixels, PngMetadata.Of(scene, PngScale)));
        SiteFile thumbnail = SiteFile.Hashed(hashed, stem + "-small", "png", PngWriter.Write(Thumbnail.Of(scene, pixels), new PngMetadata(scene.Title, "", 1)));
        SpentPixels.Give(pixels);
        SiteFile shown = (svg.Content.Length > HeaviestShownSvg ? png : svg).Hashed(hashed, stem);
        return new(new FigureImage(shown.Path, svg.Path, thumbnail.Path), [shown, thumbnail, svg, png]);
    }

    private sealed record ThemeFiles(FigureImage Image, IReadOnlyList<SiteFile> Files);
}
