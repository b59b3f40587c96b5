using BenchWorker.Figures;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Figures;

/// <summary>What a matrix figure gives room to, and what yields where there is too little of it.</summary>
public sealed class MatrixLayoutTests
{
    [Fact]
    public void A_long_title_wraps_to_three_lines_and_is_shortened_rather_than_cut()
    {
        string title = string.Join(' ', Enumerable.Repeat("a title of many words", 40));

        Scene scene = Compose(Matrix(3, 3) with { Title = title });

        DrawingOperation.TextRun[] lines = Runs(scene, TextRole.Title);
        lines.Length.ShouldBe(3);
        lines[^1].Text.ShouldContain("…");
        SceneCheck.Check(scene).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(10, "0.123")]
    [InlineData(24, "0.12")]
    [InlineData(30, ".12")]
    [InlineData(60, null)]
    public void Numbers_are_written_out_then_with_a_decimal_less_then_without_the_zero_then_not_at_all(int columns, string? first)
    {
        Scene scene = Compose(Matrix(4, columns) with { WidthPx = 700, MaxWidthPx = 700 });

        DrawingOperation.TextRun[] cells = Runs(scene, TextRole.Cell);
        cells.Length.ShouldBe(first is null ? 0 : 4 * columns, "all of them or none");
        (cells.Length == 0 ? null : cells[0].Text).ShouldBe(first);
        if (first is null)
            Runs(scene, TextRole.Note).ShouldContain(static note => note.Text == "Cells are too small for numbers.");
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(7, 20)]
    [InlineData(30, 60)]
    [InlineData(60, 130)]
    public void Cells_stand_on_whole_pixels_and_are_all_alike(int rows, int columns)
    {
        Rect[] cells = [.. Compose(Matrix(rows, columns)).Operations.OfType<DrawingOperation.FillRectangle>().Where(static fill => fill.Tooltip is not null).Select(static fill => fill.Area)];

        cells.Length.ShouldBe(rows * columns);
        cells.Select(static cell => (cell.Width, cell.Height)).Distinct().ShouldHaveSingleItem();
        // Half a pixel is a whole one of a screen with twice as many.
        cells.ShouldAllBe(static cell => double.IsInteger(2 * cell.Left) && double.IsInteger(2 * cell.Top) && double.IsInteger(2 * cell.Width));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(8, true)]
    [InlineData(60, true)]
    public void A_colour_bar_is_80_to_260_px_long_beside_the_body_and_lies_above_a_low_one(int rows, bool stands)
    {
        DrawingOperation.GradientRamp bar = Compose(Matrix(rows, 12)).Operations.OfType<DrawingOperation.GradientRamp>().Single();

        bar.Vertical.ShouldBe(stands);
        (stands ? bar.Area.Height : bar.Area.Width).ShouldBeInRange(80, 260);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(16)]
    [InlineData(24)]
    [InlineData(60)]
    public void Summaries_are_headed_above_the_body_wherever_labels_do_not_lean_over_them(int columns)
    {
        MatrixFigure plain = Matrix(22, columns);
        MatrixPanel named = new(plain.Panels[0].Rows, [.. Enumerable.Range(1, columns).Select(static i => $"a column of a long name {i}")], plain.Panels[0].Values);

        Scene scene = Compose(plain with { Panels = [named], RowSummaries = [SideAnnotation.Mean, SideAnnotation.Coverage] });

        SceneCheck.Check(scene).ShouldBeEmpty();
        Rect first = scene.Operations.OfType<DrawingOperation.FillRectangle>().First(static fill => fill.Tooltip is not null).Area;
        bool leans = Runs(scene, TextRole.ColumnLabel)[0].AngleDegrees == -45 && first.Width < 19;
        Runs(scene, TextRole.SideAnnotation).Where(static run => run.Text is "mean" or "coverage").ShouldAllBe(run => run.At.Y < first.Top != leans);
    }

    [Fact]
    public void Panels_of_the_same_rows_name_them_once_a_line_and_others_each()
    {
        MatrixPanel panel = Matrix(5, 3).Panels[0];
        MatrixPanel other = new([.. panel.Rows.Select(static row => "other " + row)], panel.Columns, panel.Values);
        MatrixFigure two = Matrix(5, 3) with { PanelColumns = 2 };

        Runs(Compose(two with { Panels = [panel with { Title = "one" }, panel with { Title = "two" }] }), TextRole.RowLabel).Length.ShouldBe(5);
        Runs(Compose(two with { Panels = [panel with { Title = "one" }, other with { Title = "two" }] }), TextRole.RowLabel).Length.ShouldBe(10);
    }

    private static MatrixFigure Matrix(int rows, int columns)
    {
        double[,] values = new double[rows, columns];
        for (int i = 0; i < values.Length; i++)
            values[i / columns, i % columns] = Math.Round(0.123 + (0.8 * i / values.Length), 3);
        return new MatrixFigure { Title = "Layout", Panels = [new MatrixPanel([.. Enumerable.Range(1, rows).Select(static i => $"m{i}")], [.. Enumerable.Range(1, columns).Select(static i => $"t{i}")], values)] };
    }

    private static Scene Compose(MatrixFigure figure) => FigureComposer.Compose(figure, Theme.Light, FontSet.Default);

    private static DrawingOperation.TextRun[] Runs(Scene scene, TextRole role) =>
        [.. scene.Operations.OfType<DrawingOperation.TextRun>().Where(run => run.Role == role)];
}
