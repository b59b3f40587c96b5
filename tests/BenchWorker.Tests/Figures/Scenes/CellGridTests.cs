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

    [Fact]
    public void Packed_cells_have_a_grid_a_panel_that_names_them_by_their_codes()
    {
        PackedFigure figure = SeedFigures.Languages;

        Scene scene = FigureComposer.Compose(figure, Theme.Light, FontSet.Default);

        scene.Grids.Select(static grid => grid.Title).ShouldBe(figure.Panels.Select(static panel => panel.Title));
        (Rect Area, string? Tooltip)[] painted = [.. scene.Operations.OfType<DrawingOperation.FillRectangle>().Where(static fill => fill.Tooltip is not null).Select(static fill => (fill.Area, fill.Tooltip))];
        (Rect, string?)[] told = [.. scene.Grids.SelectMany(grid => grid.Codes!.Select((code, cell) => (
            new Rect(grid.Columns.Starts[cell % grid.Columns.Count], grid.Rows.Starts[cell / grid.Columns.Count], grid.Columns.BandPx, grid.Rows.BandPx),
            (string?)$"{grid.Title}, {code}: {grid.Texts[cell]}")))];
        told.ShouldBe(painted);
        scene.Grids.ShouldAllBe(static grid => grid.Texts.Count == grid.Rows.Count * grid.Columns.Count && grid.Colours.Count == grid.Texts.Count);
    }

    [Fact]
    public void A_density_has_a_grid_a_panel_of_the_bins_that_hold_a_pair()
    {
        Scene scene = FigureComposer.Compose(SeedFigures.Progress, Theme.Light, FontSet.Default);

        scene.Grids.Count.ShouldBe(6);
        (Rect Area, string?)[] told = [.. scene.Grids.SelectMany(static grid => Enumerable.Range(0, grid.Texts.Count).Where(cell => grid.Texts[cell] is not null).Select(cell => (
            new Rect(grid.Columns.Starts[cell % grid.Columns.Count], grid.Rows.Starts[cell / grid.Columns.Count], grid.Columns.BandPx, grid.Rows.BandPx), grid.Texts[cell])))];
        told.ShouldBe(scene.Operations.OfType<DrawingOperation.FillRectangle>().Where(static fill => fill.Tooltip is not null).Select(static fill => (fill.Area, fill.Tooltip)), ignoreOrder: true);
        scene.Grids[0].Columns.Labels[1].ShouldBe("x: DeepSeek-R1 0.05");
        scene.Grids[0].Rows.Labels[0].ShouldBe("y: gemini-2.0-flash 1.00");
        scene.Grids.ShouldAllBe(static grid => !grid.IsPicture);
    }
}
