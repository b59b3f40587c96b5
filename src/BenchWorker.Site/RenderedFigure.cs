namespace BenchWorker.Site;

/// <summary>A figure as files. The hashed ones are what pages show; the stable ones are for READMEs and papers.</summary>
/// <param name="WidthPx">In logical pixels; the PNG has twice as many.</param>
public sealed record RenderedFigure(BoardFigure Figure, int WidthPx, int HeightPx, IReadOnlyList<SiteFile> Files)
{
    public string LightSvg => Hashed(".svg", dark: false);

    public string DarkSvg => Hashed(".svg", dark: true);

    private string Hashed(string extension, bool dark) => Files
        .Select(static file => file.Path)
        .First(path => HashedPath.Matches(path) && path.EndsWith(extension, StringComparison.Ordinal) && path.Contains("-dark.", StringComparison.Ordinal) == dark);
}
