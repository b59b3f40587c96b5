using BenchWorker.Figures;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Figures;

/// <summary>What is marked as the best, and what its uncertainty leaves open.</summary>
public sealed class MatrixMarkTests
{
    private static readonly MatrixPanel Panel = new(["a", "b", "c"], ["accuracy", "seconds"], new[,] { { 0.9, 30.0 }, { 0.9, 10 }, { 0.7, 20 } }) { Better = [Better.Higher, Better.Lower] };

    [Fact]
    public void The_best_of_each_column_is_bold_and_outlined_by_its_direction_with_all_ties()
    {
        Scene scene = Compose(new MatrixFigure { Title = "Best", Panels = [Panel], Best = BestMark.PerColumn });

        Bold(scene).ShouldBe(["0.9", "0.9", "10.0"]);
        scene.Operations.OfType<DrawingOperation.StrokeRectangle>().Count().ShouldBe(3);
        Texts(scene, TextRole.Note).ShouldBe(["Bold, outlined: best of its column."]);
    }

    [Fact]
    public void The_best_of_each_row_is_marked_where_its_cells_can_be_compared()
    {
        MatrixPanel scores = new(["a", "b"], ["x", "y"], new[,] { { 0.1, 0.2 }, { 0.4, 0.3 } });

        Bold(Compose(new MatrixFigure { Title = "Rows", Panels = [scores], Best = BestMark.PerRow })).ShouldBe(["0.2", "0.4"]);
        Bold(Compose(new MatrixFigure { Title = "Mixed", Panels = [Panel], Best = BestMark.PerRow })).ShouldBeEmpty();
    }

    [Fact]
    public void Uncertainty_is_a_second_line_and_dots_under_what_it_cannot_tell_from_the_best()
    {
        MatrixPanel uncertain = new(["best", "near", "far"], ["x"], new[,] { { 0.9 }, { 0.85 }, { 0.5 } }) { Errors = new[,] { { 0.03 }, { 0.03 }, { 0.03 } } };

        Scene scene = Compose(new MatrixFigure { Title = "Errors", Panels = [uncertain], Best = BestMark.PerColumn });

        Texts(scene, TextRole.Cell).ShouldBe(["0.90", "±0.03", "0.85", "±0.03", "0.50", "±0.03"]);
        DrawingOperation.StrokeLine dots = scene.Operations.OfType<DrawingOperation.StrokeLine>().Where(static line => line.DashPx == 1).ShouldHaveSingleItem();
        DrawingOperation.TextRun near = scene.Operations.OfType<DrawingOperation.TextRun>().Single(static run => run.Text == "0.85");
        dots.From.Y.ShouldBeInRange(near.At.Y, near.At.Y + 4);
        string.Join(' ', Texts(scene, TextRole.Note)).ShouldBe("Bold, outlined: best of its column; dots: interval overlaps the best one's.");
    }

    [Fact]
    public void A_second_line_may_be_any_mark()
    {
        MatrixPanel marked = new(["a"], ["x", "y"], new[,] { { 0.9, 0.8 } }) { SecondLines = new[,] { { "**", null } } };

        Texts(Compose(new MatrixFigure { Title = "Marks", Panels = [marked] }), TextRole.Cell).ShouldBe(["0.9", "**", "0.8"]);
    }

    private static Scene Compose(MatrixFigure figure) => FigureComposer.Compose(figure, Theme.Light, FontSet.Default);

    private static IEnumerable<string> Bold(Scene scene) =>
        scene.Operations.OfType<DrawingOperation.TextRun>().Where(static run => run is { Role: TextRole.Cell, Weight: FontWeight.Bold }).Select(static run => run.Text);

    private static IEnumerable<string> Texts(Scene scene, TextRole role) =>
        scene.Operations.OfType<DrawingOperation.TextRun>().Where(run => run.Role == role).Select(static run => run.Text);
}
