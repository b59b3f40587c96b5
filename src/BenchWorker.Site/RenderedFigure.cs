namespace BenchWorker.Site;

/// <summary>A figure as files.</summary>
/// <param name="Light">What pages show, under hashed names; the files under stable names are for READMEs and papers.</param>
/// <param name="WidthPx">In logical pixels; the PNG has twice as many.</param>
public sealed record RenderedFigure(BoardFigure Figure, FigureImage Light, FigureImage Dark, int WidthPx, int HeightPx, IReadOnlyList<SiteFile> Files);

/// <summary>One theme of a figure; paths from the site's root.</summary>
/// <param name="Shown">The SVG, or the PNG where the SVG would be too heavy for a page.</param>
/// <param name="Thumbnail">A small PNG for the index.</param>
public sealed record FigureImage(string Shown, string Svg, string Thumbnail);
