using BenchWorker.Figures;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Figures;

public sealed class CellMarkTests
{
    [Fact]
    public void Every_place_of_a_rank_history_is_marked_around_its_dot_by_the_row_of_its_entity()
    {
        double[,] ranks = { { 2, 2 }, { double.NaN, 1.5 }, { 1, 3 } };
        RankHistoryFigure figure = new(["a", "b", "c"], ["old", "new"], ranks) { Title = "Places", Tooltips = true };

        Scene scene = FigureComposer.Compose(figure, Theme.Light, FontSet.Default);

        (Point, string?)[] dots = [.. scene.Operations.OfType<DrawingOperation.FillRectangle>().Where(static fill => fill.Tooltip is not null).Select(static fill => (Middle(fill.Area), fill.Tooltip))];
        scene.Marks.Select(static mark => (Middle(mark.Area), (string?)$"{mark.Names[0]}, {mark.Names[1]}: {mark.Text.Replace("place ", "", StringComparison.Ordinal)}")).ShouldBe(dots, ignoreOrder: true);
        scene.Marks.Select(static mark => (mark.Row, mark.Column)).ShouldBe([(0, 0), (0, 1), (1, 1), (2, 0), (2, 1)], ignoreOrder: true);
        scene.Marks.ShouldAllBe(mark => mark.Text == $"place {ranks[mark.Row, mark.Column]}");
    }

    [Fact]
    public void Every_hexagon_that_holds_a_pair_is_marked_by_the_values_at_its_middle()
    {
        DensityFigure figure = SeedFigures.Progress with { Shape = BinShape.Hexagon, Bins = 10 };

        Scene scene = FigureComposer.Compose(figure, Theme.Light, FontSet.Default);

        DrawingOperation.FillPolygon[] hexagons = [.. scene.Operations.OfType<DrawingOperation.FillPolygon>()];
        scene.Grids.ShouldBeEmpty();
        scene.Marks.Select(static mark => mark.Text).ShouldBe(hexagons.Select(static hexagon => hexagon.Tooltip), ignoreOrder: true);
        hexagons.ShouldAllBe(hexagon => scene.Marks.Any(mark => hexagon.Points.All(corner => mark.Area.Contains(new Rect(corner.X, corner.Y, 0, 0), 0.5))));
        scene.Marks[0].Names.ShouldBe(["y: gemini-2.0-flash about 0.00", "x: DeepSeek-R1 about 0.00"]);
    }

    private static Point Middle(Rect area) => new(Math.Round(area.CentreX, 6), Math.Round(area.CentreY, 6));
}
