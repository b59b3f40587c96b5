namespace BenchWorker;

public enum RasterizerChoice
{
    /// <summary>SkiaSharp where it was built in, else the built-in rasteriser.</summary>
    Auto,
    Managed,
    Skia,
}

/// <summary>Configuration section <c>BenchWorker:Figures</c>.</summary>
public sealed class FigureOptions
{
    public const string Section = "BenchWorker:Figures";

    public RasterizerChoice Rasterizer { get; set; } = RasterizerChoice.Auto;

    /// <summary>Paths of TrueType fonts or collections that are asked, in order, for glyphs the built-in font does not have.</summary>
    public IList<string> FallbackFonts { get; } = [];
}
