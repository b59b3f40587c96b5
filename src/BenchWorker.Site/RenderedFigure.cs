namespace BenchWorker.Site;

/// <summary>A figure as files.</summary>
/// <param name="Light">What pages show, under hashed names; the files under stable names are for READMEs and papers.</param>
/// <param name="Cells">Path of the script that tells where the cells lie, from the site's root; null for a figure without cells.</param>
public sealed record RenderedFigure(BoardFigure Figure, FigureImage Light, FigureImage Dark, string? Cells, IReadOnlyList<SiteFile> Files)
{
    /// <summary>In logical pixels; the PNG has twice as many.</summary>
    public int WidthPx => Figure.Light.WidthPx;

    public int HeightPx => Figure.Light.HeightPx;
}

/// <summary>One theme of a figure; paths from the site's root.</summary>
/// <param name="Shown">The SVG, or the PNG where the SVG would be too heavy for a page.</param>
/// <param name="Thumbnail">A small PNG for the index.</param>
public sealed record FigureImage(string Shown, string Svg, string Thumbnail);
