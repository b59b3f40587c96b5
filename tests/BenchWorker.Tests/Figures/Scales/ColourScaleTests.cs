using BenchWorker.Figures;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Figures;

public sealed class ColourScaleTests
{
    [Fact]
    public void Robust_limits_are_percentiles_and_tell_what_they_cut_off()
    {
        double[] values = [.. Enumerable.Range(0, 101).Select(static i => (double)i), 10_000, double.NaN];

        ColourScale scale = Resolve(new ScaleLimits.Robust(), values);

        // numpy.percentile([*range(101), 10000], [2, 98])
        scale.Low.ShouldBe(2.02, 1e-9);
        scale.High.ShouldBe(98.98, 1e-9);
        (scale.ClipsBelow, scale.ClipsAbove).ShouldBe((true, true));
        scale.ColourOf(10_000).ShouldBe(Colormap.Viridis.At(1));
    }

    [Fact]
    public void A_centred_scale_reaches_as_far_to_both_sides_as_the_farthest_value_or_as_asked()
    {
        ColourScale far = Resolve(new ScaleLimits.Centred(50), [49, 53]), asked = Resolve(new ScaleLimits.Centred(50, 2), [49, 53]);

        (far.Low, far.High).ShouldBe((47, 53));
        (asked.Low, asked.High, asked.ClipsBelow, asked.ClipsAbove).ShouldBe((48, 52, false, true));
        far.ColourOf(50).ShouldBe(Colormap.Viridis.Colours[128]);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.19, 0)]
    [InlineData(0.2, 1)]
    [InlineData(0.79, 3)]
    [InlineData(1, 4)]
    public void A_binned_scale_gives_every_value_of_a_step_the_same_colour(double value, int step)
    {
        ColourScale scale = ColourScale.Resolve(new ColourScaleSpec { Bins = 5, Limits = new ScaleLimits.Declared(0, 1) }, [value], Colormap.Viridis);

        scale.ColourOf(value).ShouldBe(scale.BarColours()[step]);
        scale.BarColours().Count.ShouldBe(5);
    }

    [Fact]
    public void Where_a_declared_scale_is_exceeded_its_bar_ends_in_an_arrow()
    {
        MatrixFigure figure = new() { Title = "Arrows", Panels = [new MatrixPanel(["a", "b", "c"], ["x"], new[,] { { 0.1 }, { 0.5 }, { 0.9 } })] };

        Arrows(figure with { Scale = new ColourScaleSpec { Limits = new ScaleLimits.Declared(0.2, 1) } }).ShouldBe([Colormap.Viridis.At(0)]);
        Arrows(figure with { Scale = new ColourScaleSpec { Limits = new ScaleLimits.Declared(0.2, 0.8) } }).ShouldBe([Colormap.Viridis.At(1), Colormap.Viridis.At(0)]);
        Arrows(figure).ShouldBeEmpty();
    }

    private static Rgb[] Arrows(MatrixFigure figure) =>
        [.. FigureComposer.Compose(figure, Theme.Light, FontSet.Default).Operations.OfType<DrawingOperation.FillPolygon>().Select(static arrow => arrow.Fill)];

    private static ColourScale Resolve(ScaleLimits limits, double[] values) => ColourScale.Resolve(new ColourScaleSpec { Limits = limits }, values, Colormap.Viridis);
}
