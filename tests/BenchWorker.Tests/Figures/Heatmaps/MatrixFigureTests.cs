using BenchWorker.Figures;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Figures;

public sealed class MatrixFigureTests
{
    [Fact]
    public void Every_cell_with_data_shows_its_number_and_every_label_is_drawn()
    {
        var figure = new MatrixFigure
        {
            Title = "Accuracy",
            Panels = [new MatrixPanel(["small", "large"], ["first", "second", "third"], new[,] { { 99.3, double.NaN, 100 }, { 80.3, 92, 97.7 } })],
        };

        Scene scene = FigureComposer.Compose(figure, Theme.Light, FontSet.Default);

        SceneCheck.Check(scene).ShouldBeEmpty();
        Texts(scene, TextRole.Cell).ShouldBe(["99.3", "100.0", "80.3", "92.0", "97.7"]);
        Texts(scene, TextRole.RowLabel).ShouldBe(["small", "large"]);
        Texts(scene, TextRole.ColumnLabel).ShouldBe(["first", "second", "third"]);
        scene.Description.ShouldBe("Heatmap of 2 rows by 3 columns. Values run from 80.3 (large, first) to 100.0 (small, third). Colours run from 80.3 to 100.0 (viridis). 1 of 6 cells have no data.");
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 3)]
    [InlineData(3, 0)]
    [InlineData(1, 1)]
    [InlineData(1, 40)]
    [InlineData(40, 1)]
    public void Any_shape_is_drawn(int rows, int columns)
    {
        foreach (double value in new[] { 0.5, double.NaN, double.PositiveInfinity, 1e308, -1e308, 1e-308 })
        {
            Scene scene = FigureComposer.Compose(Filled(rows, columns, value), Theme.Dark, FontSet.Default);

            SceneCheck.Check(scene).ShouldBeEmpty();
        }
    }

    private static MatrixFigure Filled(int rows, int columns, double value)
    {
        double[,] values = new double[rows, columns];
        for (int i = 0; i < rows * columns; i++)
            values[i / columns, i % columns] = value;
        return new MatrixFigure { Title = "Shape", Panels = [new MatrixPanel([.. Named("row", rows)], [.. Named("column", columns)], values)] };
    }

    private static IEnumerable<string> Named(string what, int count) => Enumerable.Range(1, count).Select(i => $"{what} {i}");

    private static IEnumerable<string> Texts(Scene scene, TextRole role) =>
        scene.Operations.OfType<DrawingOperation.TextRun>().Where(run => run.Role == role).Select(static run => run.Text);
}
