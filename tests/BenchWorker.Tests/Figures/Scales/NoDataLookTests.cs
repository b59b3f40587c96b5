using BenchWorker.Figures;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Figures;

public sealed class NoDataLookTests
{
    public static TheoryData<string> Maps => [.. Colormap.Names];

    [Theory]
    [MemberData(nameof(Maps))]
    public void A_cell_without_data_looks_like_none_with_any_colour_of_the_map(string name)
    {
        OkLab[] taken = [.. Colormap.Parse(name).Colours.Select(OkLab.From)];
        foreach (Theme theme in new[] { Theme.Light, Theme.Dark, Theme.Print })
        {
            foreach (double cellPx in new[] { 3.0, 20 })
            {
                NoDataLook look = NoDataLook.Choose(Colormap.Parse(name).Colours, cellPx, theme);

                bool told = look.Line is not null || NoDataLook.Clearance(look.Ground, taken) >= NoDataLook.ClearDistance;
                told.ShouldBeTrue($"{name} on {theme.Name} in cells of {cellPx} px: {look}");
            }
        }
    }

    [Fact]
    public void A_missing_cell_is_not_taken_for_a_zero_and_has_a_key()
    {
        Colormap blues = Colormap.Parse("blues");
        var figure = new MatrixFigure
        {
            Title = "Blanks",
            Panels = [new MatrixPanel(["a", "b"], ["x", "y"], new[,] { { 0, 100 }, { double.NaN, 50.0 } })],
            Scale = new ColourScaleSpec { Map = blues, Limits = new ScaleLimits.Declared(0, 100) },
        };

        Scene scene = FigureComposer.Compose(figure, Theme.Light, FontSet.Default);

        DrawingOperation.HatchRectangle[] hatched = [.. scene.Operations.OfType<DrawingOperation.HatchRectangle>()];
        hatched.Length.ShouldBe(2, "the cell and its key");
        OkLab.From(hatched[0].Line).DistanceTo(OkLab.From(blues.At(0))).ShouldBeGreaterThan(NoDataLook.ClearDistance);
        scene.Operations.OfType<DrawingOperation.TextRun>().ShouldContain(static run => run.Text == "no data");
    }

    [Fact]
    public void A_matrix_without_any_data_draws()
    {
        var figure = new MatrixFigure { Title = "Nothing", Panels = [new MatrixPanel(["a", "b"], ["x", "y"], new[,] { { double.NaN, double.NaN }, { double.NaN, double.NaN } })] };

        Scene scene = FigureComposer.Compose(figure, Theme.Dark, FontSet.Default);

        SceneCheck.Check(scene).ShouldBeEmpty();
        scene.Operations.OfType<DrawingOperation.HatchRectangle>().Count().ShouldBe(4 + 1);
    }
}
