using System.Globalization;
using BenchWorker.Figures;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Figures;

public sealed class DensityFigureTests
{
    [Fact]
    public void Two_outcomes_are_a_table_of_four_counts_that_no_line_crosses()
    {
        Scene scene = Compose(Pairs([0, 0, 100, 100, 100], [0, 100, 0, 100, 100]) with { Domain = (0, 100) });

        SceneCheck.Check(scene).ShouldBeEmpty();
        Texts(scene, TextRole.Cell).ShouldBe(["1", "1", "1", "2"]);
        scene.Operations.OfType<DrawingOperation.StrokeLine>().ShouldAllBe(static line => line.DashPx == null);
        Texts(scene, TextRole.Note).ShouldBe(["Every value is 0 or 100.", "n = 5 pairs."]);
        Texts(scene, TextRole.ScaleTick).ShouldNotContain("50", "no value lies there");
    }

    [Theory]
    [InlineData(BinShape.Square)]
    [InlineData(BinShape.Hexagon)]
    public void A_single_pair_stands_out_from_a_dark_ground(BinShape shape)
    {
        DensityFigure figure = Pairs([0.1, 0.5, 0.5, 0.5], [0.9, 0.5, 0.5, 0.5]) with { Shape = shape, Domain = (0, 1), Bins = 10 };

        Scene scene = FigureComposer.Compose(figure, Theme.Dark, FontSet.Default);

        Rgb single = shape is BinShape.Square
            ? scene.Operations.OfType<DrawingOperation.FillRectangle>().Single(static cell => cell.Tooltip == "1 pairs").Fill
            : scene.Operations.OfType<DrawingOperation.FillPolygon>().Single(static cell => cell.Tooltip == "1 pairs").Fill;
        LinearLight.Contrast(single, Theme.Dark.Background).ShouldBeGreaterThanOrEqualTo(3);
    }

    [Fact]
    public void The_line_of_parity_leaves_the_cells_between_its_dashes_whole()
    {
        Scene scene = Compose(Pairs([0.1, 0.5, 0.9], [0.1, 0.5, 0.9]) with { Domain = (0, 1), Bins = 10 });

        DrawingOperation.StrokeLine[] parity = [.. scene.Operations.OfType<DrawingOperation.StrokeLine>().Where(static line => line.From.X != line.To.X && line.From.Y != line.To.Y)];
        parity.Length.ShouldBe(2, "a line and its edge");
        parity.ShouldAllBe(static line => line.DashPx == 4);
    }

    [Fact]
    public void Hexagons_hold_every_pair_once()
    {
        var random = new Random(2);
        double[] x = [.. Enumerable.Range(0, 500).Select(_ => random.NextDouble())], y = [.. x.Select(value => Math.Clamp(value + (0.2 * random.NextDouble()), 0, 1))];

        Scene scene = Compose(Pairs(x, y) with { Shape = BinShape.Hexagon, Domain = (0, 1), Bins = 12 });

        SceneCheck.Check(scene).ShouldBeEmpty();
        scene.Operations.OfType<DrawingOperation.FillPolygon>().Sum(static cell => int.Parse(cell.Tooltip!.Split(' ')[0], CultureInfo.InvariantCulture)).ShouldBe(500);
        scene.Description.ShouldContain("12 hexagons across");
    }

    [Fact]
    public void Hexagons_over_a_lattice_are_told_to_draw_stripes()
    {
        double[] twentieths = [.. Enumerable.Range(0, 210).Select(static i => i % 21 / 20.0)];

        string.Join(' ', Texts(Compose(Pairs(twentieths, twentieths) with { Shape = BinShape.Hexagon, Domain = (0, 1) }), TextRole.Note))
            .ShouldContain("The values lie on multiples of 1/20 of the range: stripes may be of the hexagons' making.");
    }

    [Fact]
    public void A_last_bin_that_holds_fewer_steps_is_told()
    {
        double[] values = [.. Enumerable.Range(0, 83).Select(static i => i / 82.0)];

        string.Join(' ', Texts(Compose(Pairs(values, values) with { Domain = (0, 1) }), TextRole.Note))
            .ShouldContain("The values lie on multiples of 1/82 of the range; bins are centred on them, the last holds 1 fewer.");
    }

    private static DensityFigure Pairs(double[] x, double[] y) => new() { Title = "Pairs", Panels = [new DensityPanel("a", "b", x, y)] };

    private static Scene Compose(DensityFigure figure) => FigureComposer.Compose(figure, Theme.Light, FontSet.Default);

    private static string[] Texts(Scene scene, TextRole role) => [.. scene.Operations.OfType<DrawingOperation.TextRun>().Where(run => run.Role == role).Select(static run => run.Text)];
}
