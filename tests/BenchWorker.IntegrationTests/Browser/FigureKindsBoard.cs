using BenchWorker.Analysis;
using BenchWorker.Figures;
using BenchWorker.Site;
using BenchWorker.Tests;

namespace BenchWorker.IntegrationTests;

/// <summary>A board with a figure of each kind, over tasks in two groups, and one with a figure of more cells than are drawn as rectangles.</summary>
internal static class FigureKindsBoard
{
    public const string Page = "boards/kinds/index.html", ManyCellsPage = "boards/many-cells/index.html";

    /// <summary>One score a model, so that nearly all of the 21,000 cells are empty.</summary>
    public static BoardReport ManyCells() => BoardComposer.Compose(
        new Board { Slug = "many-cells", Title = "Many cells", Source = new BoardSource.Benchmark("kinds"), Figures = [new FigureDeclaration()] },
        new ResultSnapshot([.. Enumerable.Range(0, 150).Select(static model => Row(model, model % 140, "easy"))], SampleReport.Noon),
        FontSet.Default);

    public static BoardReport Compose() => BoardComposer.Compose(
        new Board
        {
            Slug = "kinds",
            Title = "Every kind of figure",
            Source = new BoardSource.Benchmark("kinds"),
            Columns = ["task"],
            Groups = new Dictionary<string, IReadOnlyList<string>> { ["Reading"] = ["t1", "t2", "t3"], ["Counting"] = ["t4", "t5", "t6"] },
            Figures =
            [
                new FigureDeclaration { Panels = new PanelDeclaration("setting"), Columns = new AxisDeclaration("task") },
                new FigureDeclaration { Kind = FigureKind.Packed, Cell = new AxisDeclaration("task") },
                new FigureDeclaration { Kind = FigureKind.Delta, Baseline = "model b", Columns = new AxisDeclaration("task") },
                new FigureDeclaration { Kind = FigureKind.WinRate },
                new FigureDeclaration { Kind = FigureKind.Density, Pairs = new PairDeclaration { Top = 2 }, Bins = 4 },
                new FigureDeclaration { Kind = FigureKind.RankHistory, Columns = new AxisDeclaration("task") },
            ],
        },
        new ResultSnapshot([.. from model in Enumerable.Range(0, 8) from task in Enumerable.Range(1, 6) from setting in (string[])["easy", "hard"] select Row(model, task, setting)], SampleReport.Noon),
        FontSet.Default);

    private static Result Row(int model, int task, string setting) => new()
    {
        Benchmark = "kinds",
        Task = $"t{task}",
        Model = model < 26 ? $"model {(char)('a' + model)}" : $"model {model}",
        Metric = "accuracy",
        Direction = Direction.HigherIsBetter,
        Value = (setting == "easy" ? 90 : 60) - (model * 3.5) - (task * 1.5) + (((model * 5) + (task * 3)) % 7) + (model == 5 && task == 4 ? 30 : 0),
        Dimensions = new Dictionary<string, string> { ["setting"] = setting },
    };
}
