namespace BenchWorker.Figures;

/// <summary>What a PNG says about itself; never a time, so that equal pictures are equal files.</summary>
/// <param name="Scale">Device pixels a logical pixel; a logical inch has 72, so 2 means 144 dpi.</param>
public sealed record PngMetadata(string Title, string Description, int Scale)
{
    public static PngMetadata Of(Scene scene, int scale) => new(scene.Title, scene.Description, scale);
}
