using BenchWorker.Tests.Boards;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Commands;

public sealed class BadSettingTests
{
    [Theory]
    [InlineData("Failed to convert configuration value 'Skya' at 'BenchWorker:Figures:Rasterizer' to type 'BenchWorker.RasterizerChoice'.", "Setting BenchWorker:Figures:Rasterizer is \"Skya\"; it must be one of Auto, Managed, Skia.")]
    [InlineData("Failed to convert configuration value 'soon' at 'BenchWorker:Worker:Lease' to type 'System.TimeSpan'.", "Setting BenchWorker:Worker:Lease is \"soon\"; it must be a duration such as 00:00:10.")]
    [InlineData("Sequence contains no elements", null)]
    public void A_setting_that_cannot_be_read_is_told_with_what_it_may_be(string thrown, string? told) =>
        Failure.Describe(new InvalidOperationException(thrown)).ShouldBe(told);

    [Theory]
    [InlineData("Rasterizer=Skya")]
    [InlineData("FallbackFonts:0=/nowhere/font.ttf")]
    public async Task A_bad_figure_setting_fails_the_call(string setting)
    {
        using SampleResults samples = new();

        int status = await CommandLine.RunAsync(["render", "--data", samples.PathOf("transfer.csv"), "--out", Path.Combine(samples.Folder, "out"), "--set", "BenchWorker:Figures:" + setting]);

        status.ShouldBe(1);
    }
}
