using BenchWorker.Figures;
using Xunit;

namespace BenchWorker.Tests.Figures;

public sealed class ManagedRasterizerGoldenTests
{
    public static TheoryData<string, bool, int> Cases { get; } = [.. from name in GoldenScenes.Names from dark in new[] { false, true } from scale in new[] { 1, 2 } select (name, dark, scale)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_scene_is_painted_as_it_always_was(string name, bool dark, int scale)
    {
        Scene scene = GoldenScenes.Of(name, dark);

        byte[] png = PngWriter.Write(new ManagedRasterizer().Rasterize(scene, scale), PngMetadata.Of(scene, scale));

        Golden.MatchPng($"Raster/{name}.{(dark ? "dark" : "light")}.{scale}x.png", png);
    }
}
