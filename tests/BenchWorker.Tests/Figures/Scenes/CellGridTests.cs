using BenchWorker.Figures;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Figures;

public sealed class CellGridTests
{
    [Fact]
    public void A_grid_tells_where_every_cell_was_painted_and_what_it_says()
    {
        MatrixFigure figure = SeedFigures.Probes with { RowOrder = MatrixOrder.Mean };

        Scene scene = FigureComposer.Compose(figure, Theme.Light, FontSet.Default);

        CellGrid grid = scene.Grids.ShouldHaveSingleItem();
        (Rect Area, string? Tooltip)[] painted = [.. scene.Operations.OfType<DrawingOperation.FillRectangle>().Where(static fill => fill.Tooltip is not null).Select(static fill => (fill.Area, fill.Tooltip))];
        painted.Length.ShouldBe(36);
        for (int cell = 0; cell < painted.Length; cell++)
        {
            (int row, int column) = (cell / 3, cell % 3);
            painted[cell].Area.ShouldBe(new Rect(grid.Columns.Starts[column], grid.Rows.Starts[row], grid.Columns.BandPx, grid.Rows.BandPx));
            painted[cell].Tooltip.ShouldBe($"{grid.Rows.Labels[row]}, {grid.Columns.Labels[column]}: {grid.Texts[cell]}");
            figure.Panels[0].Rows[grid.RowOrder[row]].ShouldBe(grid.Rows.Labels[row]);
        }
    }
}
