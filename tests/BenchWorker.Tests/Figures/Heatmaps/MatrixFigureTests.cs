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

    [Fact]
    public void A_column_with_a_format_of_its_own_does_not_change_how_the_others_are_written()
    {
        var figure = new MatrixFigure
        {
            Title = "Speed and accuracy",
            Panels = [new MatrixPanel(["small", "large"], ["accuracy", "latency_ms"], new[,] { { 0.8312, 153.25 }, { 0.9145, 1532.75 } })],
            FormatsByLabel = new Dictionary<string, NumberFormat> { ["latency_ms"] = NumberFormat.Parse("0.0k") },
        };

        Scene scene = FigureComposer.Compose(figure, Theme.Light, FontSet.Default);

        Texts(scene, TextRole.Cell).ShouldBe(["0.831", "0.2k", "0.914", "1.5k"]);
        scene.Grids.ShouldHaveSingleItem().Texts.ShouldBe(["0.831", "0.2k", "0.914", "1.5k"]);
    }

    [Fact]
    public void Columns_that_are_coloured_apart_and_measure_different_things_have_decimals_of_their_own()
    {
        var figure = new MatrixFigure
        {
            Title = "Speed and accuracy",
            Panels = [new MatrixPanel(["small", "large"], ["accuracy", "latency_ms"], new[,] { { 0.83, 153.0 }, { 0.91, 1532.0 } })],
            Scale = new ColourScaleSpec { Standardize = new Standardization.MinMax(Across.Column) },
        };

        Texts(FigureComposer.Compose(figure, Theme.Light, FontSet.Default), TextRole.Cell).ShouldBe(["0.83", "153", "0.91", "1532"]);
    }

    [Theory]
    [InlineData(BlockSummary.Max, 255, "highest")]
    [InlineData(BlockSummary.Min, 0, "lowest")]
    [InlineData(BlockSummary.Mean, 1, "mean")]
    public void A_pixel_sums_up_the_cells_it_stands_for_as_asked(BlockSummary blocks, int colour, string said)
    {
        // Every 4th cell is 1, so that each block of four or more holds one.
        double[,] values = new double[1, 40_000];
        for (int column = 0; column < 40_000; column += 4)
            values[0, column] = 1;
        var figure = new MatrixFigure
        {
            Title = "Spikes",
            Panels = [new MatrixPanel(["row"], [.. Named("c", 40_000)], values)],
            Scale = new ColourScaleSpec { Limits = new ScaleLimits.Declared(0, 1) },
            Blocks = blocks,
            Tooltips = false,
        };

        Scene scene = FigureComposer.Compose(figure, Theme.Light, FontSet.Default);

        Rgb first = scene.Operations.OfType<DrawingOperation.FillRectangle>().First().Fill;
        (blocks is BlockSummary.Mean ? first != Colormap.Viridis.Colours[0] && first != Colormap.Viridis.Colours[255] : first == Colormap.Viridis.Colours[colour]).ShouldBeTrue();
        Texts(scene, TextRole.Note).ShouldContain(note => note.StartsWith($"Each pixel is the {said} of 1 x ", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_all_are_alike_none_is_marked_as_the_best()
    {
        var figure = new MatrixFigure
        {
            Title = "Ties",
            Panels = [new MatrixPanel(["a", "b", "c"], ["alike", "two lead"], new[,] { { 1.0, 1 }, { 1, 1 }, { 1, 0 } })],
            Best = BestMark.PerColumn,
        };

        Scene scene = FigureComposer.Compose(figure, Theme.Light, FontSet.Default);

        scene.Operations.OfType<DrawingOperation.StrokeRectangle>().Count().ShouldBe(2);
    }

    [Fact]
    public void Columns_compared_within_themselves_are_coloured_from_worst_to_best_whichever_end_that_is()
    {
        var figure = new MatrixFigure
        {
            Title = "Speed and accuracy",
            Panels = [new MatrixPanel(["good", "bad"], ["accuracy", "latency_ms"], new[,] { { 0.9, 100.0 }, { 0.8, 200 } }) { Better = [Better.Higher, Better.Lower] }],
            Scale = new ColourScaleSpec { Standardize = new Standardization.MinMax(Across.Column) },
        };

        Scene scene = FigureComposer.Compose(figure, Theme.Light, FontSet.Default);

        (Rgb worst, Rgb best) = (Colormap.Viridis.Colours[0], Colormap.Viridis.Colours[255]);
        scene.Grids.ShouldHaveSingleItem().Colours.ShouldBe([best, best, worst, worst]);
        Texts(scene, TextRole.ScaleTick).ShouldBe(["worst", "best"]);
    }

    [Fact]
    public void Numbers_stay_legible_where_a_figure_that_grew_is_shown_at_the_width_asked_for()
    {
        double[,] values = new double[4, 24];
        for (int i = 0; i < values.Length; i++)
            values[i / 24, i % 24] = 0.001 + (i / 100.0);
        var figure = new MatrixFigure { Title = "Wide", Panels = [new MatrixPanel([.. Named("a model with quite a long name", 4)], [.. Named("c", 24)], values)], RowSummaries = [SideAnnotation.Mean, SideAnnotation.Coverage] };

        Scene scene = FigureComposer.Compose(figure, Theme.Light, FontSet.Default);

        scene.WidthPx.ShouldBeGreaterThan(figure.WidthPx);
        (scene.Operations.OfType<DrawingOperation.TextRun>().First(static run => run.Role is TextRole.Cell).SizePx * figure.WidthPx / scene.WidthPx).ShouldBeGreaterThanOrEqualTo(7);
    }

    [Fact]
    public void A_long_row_label_takes_as_many_lines_as_its_row_has_room_for()
    {
        const string Label = "pretrained=organisation/some_model_of_many_parts-0.5B_with_a_suffix_1.0000,trust_remote_code=True";
        var figure = new MatrixFigure { Title = "One", Panels = [new MatrixPanel([Label], ["t"], new[,] { { 0.5 } })] };

        Scene scene = FigureComposer.Compose(figure, Theme.Light, FontSet.Default);

        string.Concat(Texts(scene, TextRole.RowLabel)).ShouldBe(Label);
    }

    [Fact]
    public void Many_panels_stand_beside_each_other_rather_than_in_a_strip()
    {
        double[,] values = new double[16, 23];
        for (int i = 0; i < values.Length; i++)
            values[i / 23, i % 23] = i / 400.0;
        var figure = new MatrixFigure
        {
            Title = "Eight",
            Panels = [.. Named("panel", 8).Select(title => new MatrixPanel([.. Named("a model", 16)], [.. Enumerable.Range(0, 23).Select(static i => $"{1000 * i}")], values) { Title = title })],
        };

        Scene scene = FigureComposer.Compose(figure, Theme.Light, FontSet.Default);

        SceneCheck.Check(scene).ShouldBeEmpty();
        Texts(scene, TextRole.Cell).Count().ShouldBe(8 * 16 * 23);
        scene.HeightPx.ShouldBeLessThanOrEqualTo(2 * scene.WidthPx);
    }

    [Fact]
    public void Colour_bars_of_panels_with_scales_of_their_own_write_numbers_with_the_same_decimals()
    {
        MatrixPanel Panel(string title, double low, double high) =>
            new([.. Named("row", 12)], ["a", "b"], new[,] { { low, high }, { low, high }, { low, high }, { low, high }, { low, high }, { low, high }, { low, high }, { low, high }, { low, high }, { low, high }, { low, high }, { low, high } }) { Title = title };
        var figure = new MatrixFigure { Title = "Scales", Panels = [Panel("narrow", 0.65, 0.75), Panel("wide", 0, 1)], SharedScale = false };

        string[] ticks = [.. Texts(FigureComposer.Compose(figure, Theme.Light, FontSet.Default), TextRole.ScaleTick)];

        ticks.Length.ShouldBeGreaterThan(6);
        ticks.Select(static tick => tick.Split('.')[1].Length).Distinct().Count().ShouldBe(1, string.Join(' ', ticks));
    }

    [Theory]
    [InlineData(Triangle.Lower, true)]
    [InlineData(Triangle.Upper, false)]
    public void Columns_are_named_where_a_triangle_has_its_cells(Triangle shown, bool below)
    {
        MatrixFigure figure = Filled(24, 24, 0.5) with { Shown = shown };

        Scene scene = FigureComposer.Compose(figure, Theme.Light, FontSet.Default);

        double lastRow = scene.Operations.OfType<DrawingOperation.TextRun>().Last(static run => run.Role is TextRole.RowLabel).At.Y;
        scene.Operations.OfType<DrawingOperation.TextRun>().Where(static run => run.Role is TextRole.ColumnLabel).ShouldAllBe(run => run.At.Y > lastRow == below);
    }

    [Theory]
    [InlineData(24)]
    [InlineData(40)]
    public void Slanted_labels_run_farther_apart_than_the_lines_of_a_paragraph(int columns)
    {
        var figure = Filled(columns, columns, 0.5) with { Panels = [new MatrixPanel([.. Named("row", columns)], [.. Named("a column of a long name", columns)], new double[columns, columns])] };

        DrawingOperation.TextRun[] labels = [.. FigureComposer.Compose(figure, Theme.Light, FontSet.Default).Operations.OfType<DrawingOperation.TextRun>().Where(static run => run.Role is TextRole.ColumnLabel)];

        labels.Length.ShouldBe(columns);
        labels.ShouldAllBe(static label => label.AngleDegrees == -45);
        ((labels[1].At.X - labels[0].At.X) * Math.Sqrt(0.5)).ShouldBeGreaterThanOrEqualTo(1.25 * labels[0].SizePx);
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
