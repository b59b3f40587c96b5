using BenchWorker.Figures;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Figures;

/// <summary>Orders, groups and halves of a matrix, and what stands beside it.</summary>
public sealed class MatrixOrderTests
{
    private static readonly MatrixFigure Scores = new()
    {
        Title = "Scores",
        Panels = [new MatrixPanel(["low", "empty", "high", "as high"], ["x", "y"], new[,] { { 1, 2 }, { double.NaN, double.NaN }, { 9.0, 8 }, { double.NaN, 8.5 } })],
        RowSummaries = [SideAnnotation.Mean, SideAnnotation.Count, SideAnnotation.Rank, SideAnnotation.Coverage],
    };

    [Theory]
    [InlineData(MatrixOrder.Given, "low, empty, high, as high")]
    [InlineData(MatrixOrder.Mean, "high, as high, low, empty")]
    public void Rows_stand_as_given_or_by_the_mean_of_what_they_have_ties_as_given(MatrixOrder order, string rows) =>
        string.Join(", ", Labels(Scores with { RowOrder = order }, TextRole.RowLabel)).ShouldBe(rows);

    [Fact]
    public void Where_lower_is_better_the_lowest_mean_comes_first()
    {
        MatrixPanel panel = Scores.Panels[0] with { Better = [Better.Lower] };

        Labels(Scores with { Panels = [panel], RowOrder = MatrixOrder.Mean }, TextRole.RowLabel).ShouldBe(["low", "high", "as high", "empty"]);
    }

    [Fact]
    public void Beside_a_row_stand_its_mean_count_rank_and_coverage()
    {
        Scene scene = Compose(Scores);

        Texts(scene, TextRole.SideAnnotation).ShouldBe(
            ["mean", "1.5", "–", "8.5", "8.5", "n", "2", "0", "2", "1", "rank", "3", "–", "1", "1", "coverage"]);
        Rgb filled = Theme.Light.Muted, ground = Theme.Light.NoData;
        double[] shares = [.. scene.Operations.OfType<DrawingOperation.FillRectangle>().Where(bar => bar.Fill == filled).Select(static bar => bar.Area.Width)];
        double whole = scene.Operations.OfType<DrawingOperation.FillRectangle>().First(bar => bar.Fill == ground && bar.Tooltip is null).Area.Width;
        shares.ShouldBe([whole, whole, whole / 2]);
    }

    [Fact]
    public void A_clustered_axis_has_a_tree_with_a_bracket_for_each_join()
    {
        MatrixFigure figure = new()
        {
            Title = "Tree",
            Panels = [new MatrixPanel(["a", "b", "c", "d"], ["x", "y"], new[,] { { 0.0, 0 }, { 9, 9 }, { 0.1, 0 }, { 9.2, 9 } })],
            RowOrder = MatrixOrder.Cluster,
        };

        Scene scene = Compose(figure);

        string[] rows = [.. Labels(figure, TextRole.RowLabel)];
        Math.Abs(Array.IndexOf(rows, "a") - Array.IndexOf(rows, "c")).ShouldBe(1);
        Math.Abs(Array.IndexOf(rows, "b") - Array.IndexOf(rows, "d")).ShouldBe(1);
        scene.Operations.OfType<DrawingOperation.StrokePolyline>().Count().ShouldBe(3);
    }

    [Fact]
    public void Groups_stand_apart_and_have_their_titles()
    {
        MatrixFigure figure = new()
        {
            Title = "Groups",
            Panels = [new MatrixPanel(["a", "b", "c"], ["x"], new[,] { { 1.0 }, { 2 }, { 3 } }) { RowGroups = [new AxisGroup("First", 2), new AxisGroup("Second", 1)] }],
        };

        Scene scene = Compose(figure);

        Texts(scene, TextRole.GroupTitle).ShouldBe(["First", "Second"]);
        double[] tops = [.. scene.Operations.OfType<DrawingOperation.FillRectangle>().Where(static cell => cell.Tooltip is not null).Select(static cell => cell.Area.Top)];
        (tops[2] - tops[1]).ShouldBeGreaterThan(tops[1] - tops[0] + 4);
    }

    [Theory]
    [InlineData(Triangle.Whole, false, 9)]
    [InlineData(Triangle.Lower, false, 6)]
    [InlineData(Triangle.Lower, true, 3)]
    [InlineData(Triangle.Upper, true, 3)]
    public void Of_a_square_matrix_a_half_may_be_drawn_with_or_without_its_diagonal(Triangle shown, bool hidesDiagonal, int cells)
    {
        MatrixFigure figure = new()
        {
            Title = "Half",
            Panels = [new MatrixPanel(["a", "b", "c"], ["a", "b", "c"], new[,] { { 1.0, 2, 3 }, { 4, 5, 6 }, { 7, 8, 9 } })],
            Shown = shown,
            HidesDiagonal = hidesDiagonal,
        };

        Scene scene = Compose(figure);

        Texts(scene, TextRole.Cell).Count().ShouldBe(cells);
        scene.Operations.OfType<DrawingOperation.HatchRectangle>().ShouldBeEmpty("cells left out are not missing");
    }

    private static Scene Compose(MatrixFigure figure) => FigureComposer.Compose(figure, Theme.Light, FontSet.Default);

    private static IEnumerable<string> Labels(MatrixFigure figure, TextRole role) => Texts(Compose(figure), role);

    private static IEnumerable<string> Texts(Scene scene, TextRole role) =>
        scene.Operations.OfType<DrawingOperation.TextRun>().Where(run => run.Role == role).Select(static run => run.Text);
}
