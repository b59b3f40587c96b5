using BenchWorker.Figures;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Figures;

public sealed class SceneCheckTests
{
    [Fact]
    public void A_text_that_reaches_outside_the_canvas_is_a_fault()
    {
        SceneCheck.Check(Drawn(Text("a long name", 150, 50))).ShouldBe(["The RowLabel \"a long name\" reaches outside the canvas."]);
        SceneCheck.Check(Drawn(Text("a long name", 20, 50))).ShouldBeEmpty();
    }

    [Fact]
    public void Two_texts_on_top_of_each_other_are_a_fault()
    {
        SceneCheck.Check(Drawn(Text("first", 20, 50), Text("second", 30, 52))).ShouldBe(["The RowLabel \"first\" and the RowLabel \"second\" overlap."]);
        SceneCheck.Check(Drawn(Text("first", 20, 50), Text("second", 20, 70))).ShouldBeEmpty();
    }

    [Fact]
    public void Slanted_neighbours_overlap_only_where_they_do_and_not_where_their_boxes_do()
    {
        DrawingOperation.TextRun one = Text("a slanted name", 40, 90) with { AngleDegrees = -45 }, other = one with { At = new Point(62, 90) };

        SceneCheck.Check(Drawn(one, other)).ShouldBeEmpty();
        SceneCheck.Check(Drawn(one, other with { At = new Point(46, 90) })).ShouldHaveSingleItem().ShouldContain("overlap");
    }

    [Fact]
    public void A_label_that_was_asked_for_and_is_not_drawn_is_a_fault_unless_a_note_says_so()
    {
        LabelPromise promise = new(TextRole.RowLabel, 2, "Every 2nd row is labelled.");
        Scene thinned = Drawn(Text("first", 20, 50)) with { Promises = [promise] };

        SceneCheck.Check(thinned).ShouldBe(["1 of 2 texts of the role RowLabel are drawn, and no note says why."]);
        SceneCheck.Check(thinned with { Operations = [.. thinned.Operations, Text("Every 2nd row is labelled.", 20, 90) with { Role = TextRole.Note }] }).ShouldBeEmpty();
    }

    [Fact]
    public void A_shape_that_reaches_outside_the_canvas_is_a_fault() =>
        SceneCheck.Check(Drawn(new DrawingOperation.FillRectangle(new Rect(-5, 10, 20, 20), Rgb.Black))).ShouldBe(["A FillRectangle reaches outside the canvas."]);

    private static DrawingOperation.TextRun Text(string text, double x, double y) =>
        new(text, new Point(x, y), 11, FontWeight.Regular, Rgb.Black, TextAnchor.Start, 0, FontSet.Default.MeasureWidth(text, 11, FontWeight.Regular), TextRole.RowLabel);

    private static Scene Drawn(params DrawingOperation[] operations) =>
        new() { WidthPx = 200, HeightPx = 100, Background = Rgb.White, Title = "Check", Description = "", Operations = operations };
}
