using BenchWorker.Figures;
using Xunit;

namespace BenchWorker.Tests.Figures;

public sealed class SvgWriterGoldenTests
{
    public static TheoryData<string, bool> Cases { get; } = [.. from name in GoldenScenes.Names from dark in new[] { false, true } select (name, dark)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_scene_is_written_as_it_always_was(string name, bool dark) =>
        Golden.MatchText($"Svg/{name}.{(dark ? "dark" : "light")}.svg", SvgWriter.Write(GoldenScenes.Of(name, dark)));
}
