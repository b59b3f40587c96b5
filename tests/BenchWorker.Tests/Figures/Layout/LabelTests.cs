using BenchWorker.Figures;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Figures;

/// <summary>Labels that do not fit: wrapped, turned, shortened in the middle, thinned with a note; never cut off, never the same.</summary>
public sealed class LabelTests
{
    private static readonly string[] Siblings = ["jina-embeddings-v5-text-nano", "jina-embeddings-v5-text-small", "jina-embeddings-v5-omni-nano"];

    [Fact]
    public void A_text_is_shortened_in_its_middle_because_names_differ_at_their_ends()
    {
        Elision.Middle("jina-embeddings-v5-text-nano", 15, static text => text.Length).ShouldBe("jina-em…xt-nano");
        Elision.Middle("short", 15, static text => text.Length).ShouldBe("short");
    }

    [Theory]
    [InlineData(20)]
    [InlineData(12)]
    [InlineData(8)]
    public void Different_texts_stay_different_however_short(int width)
    {
        string[] shown = Elision.Distinct(Siblings, width, static text => text.Length);

        shown.Distinct().Count().ShouldBe(3, string.Join(' ', shown));
        shown.ShouldAllBe(text => text.Length <= width);
    }

    [Fact]
    public void A_shortened_label_tells_its_full_text_on_hover()
    {
        string name = "organisation/" + string.Join('-', Enumerable.Repeat("part", 30));

        DrawingOperation.TextRun label = Runs(Matrix([name, "b"], ["x"]), TextRole.RowLabel).First(static run => run.Text.Contains('…'));

        label.Tooltip.ShouldBe(name);
    }

    [Fact]
    public void Column_labels_lie_flat_where_they_fit_then_wrap_then_slant_then_stand()
    {
        Angle(Matrix(["a"], ["x", "y"])).ShouldBe(0);
        Runs(Matrix(["a"], ["content moderation", "machine translation"]), TextRole.ColumnLabel).Length.ShouldBe(4, "two lines each");
        Angle(Matrix(["a"], [.. Enumerable.Range(0, 30).Select(static i => $"a task of a name {i}")])).ShouldBe(-45);
        Angle(Matrix(["a"], [.. Enumerable.Range(0, 100).Select(static i => $"a task of a name {i}")])).ShouldBe(-90);
        Angle(Matrix(["a"], [.. Enumerable.Range(0, 60).Select(static i => $"{i % 10}")])).ShouldBe(0, "a digit never turns");
    }

    [Fact]
    public void Labels_that_are_left_out_are_told()
    {
        Scene scene = FigureComposer.Compose(Matrix(["a"], [.. Enumerable.Range(0, 300).Select(static i => $"column {i}")]), Theme.Light, FontSet.Default);

        SceneCheck.Check(scene).ShouldBeEmpty();
        Texts(scene, TextRole.ColumnLabel).Count().ShouldBe(150);
        Texts(scene, TextRole.Note).ShouldContain("Every 2nd column is labelled.");
    }

    private static MatrixFigure Matrix(string[] rows, string[] columns)
    {
        double[,] values = new double[rows.Length, columns.Length];
        return new MatrixFigure { Title = "Labels", Panels = [new MatrixPanel(rows, columns, values)] };
    }

    private static double Angle(MatrixFigure figure) => Runs(figure, TextRole.ColumnLabel).Select(static run => run.AngleDegrees).Distinct().Single();

    private static DrawingOperation.TextRun[] Runs(MatrixFigure figure, TextRole role) =>
        [.. FigureComposer.Compose(figure, Theme.Light, FontSet.Default).Operations.OfType<DrawingOperation.TextRun>().Where(run => run.Role == role)];

    private static IEnumerable<string> Texts(Scene scene, TextRole role) =>
        scene.Operations.OfType<DrawingOperation.TextRun>().Where(run => run.Role == role).Select(static run => run.Text);
}
