using BenchWorker.Analysis;
using BenchWorker.Figures;
using BenchWorker.Site;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Site.Reports;

/// <summary>What a figure shows along the axes that nobody declared.</summary>
public sealed class FigureAxesTests
{
    private static readonly Result[] Rows = [Row("a", "t", "easy", 1), Row("a", "t", "hard", 0.5), Row("b", "t", "easy", 0.75), Row("b", "u", "hard", 0)];

    [Fact]
    public void Columns_are_all_that_the_board_scores_by()
    {
        BoardFigure figure = Draw(new FigureDeclaration());

        figure.Values.ElementAt(0).Take(3).ShouldBe(["model", "task / level", "value"]);
        figure.Values.Skip(1).Select(static row => row[1]).Distinct().ShouldBe(["t / easy", "t / hard", "u / hard"]);
        figure.Values.ShouldContain(static row => row[0] == "a" && row[1] == "t / hard" && row[2] == "0.5");
    }

    [Fact]
    public void What_panels_or_rows_show_already_is_no_column()
    {
        Draw(new FigureDeclaration { Panels = new PanelDeclaration("task") }).Values.ElementAt(0).Take(4).ShouldBe(["task", "model", "level", "value"]);
        Draw(new FigureDeclaration { Rows = new AxisDeclaration("level") }).Values.ElementAt(0).Take(3).ShouldBe(["level", "task", "value"]);
    }

    [Fact]
    public void Packed_cells_are_named_by_all_of_them_too() =>
        Draw(new FigureDeclaration { Kind = FigureKind.Packed }).Values.ElementAt(0).Take(3).ShouldBe(["model", "task / level", "value"]);

    private static BoardFigure Draw(FigureDeclaration figure) => BoardComposer.Compose(
        new Board { Slug = "b", Title = "B", Source = new BoardSource.Benchmark("b"), Columns = ["task", "level"], Figures = [figure] }, new ResultSnapshot(Rows, null), FontSet.Default).Figures.ShouldHaveSingleItem();

    private static Result Row(string model, string task, string level, double value) => new()
    {
        Benchmark = "b",
        Task = task,
        Model = model,
        Metric = "score",
        Direction = Direction.HigherIsBetter,
        Value = value,
        Dimensions = new Dictionary<string, string> { ["level"] = level },
    };
}
