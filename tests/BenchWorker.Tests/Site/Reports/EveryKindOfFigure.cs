using BenchWorker.Analysis;
using BenchWorker.Figures;
using BenchWorker.Site;

namespace BenchWorker.Tests.Site.Reports;

/// <summary>Every kind of figure over the same results: models by tasks, in two subsets, measured on the first of three days and some of them again on a later one.</summary>
internal static class EveryKindOfFigure
{
    public static readonly FigureDeclaration[] All =
    [
        new() { Title = "Matrix" },
        new() { Kind = FigureKind.Packed, Title = "Packed", Cell = new AxisDeclaration("task") },
        new() { Title = "Panels", Panels = new PanelDeclaration("subset") },
        new() { Kind = FigureKind.Density, Title = "Density" },
        new() { Kind = FigureKind.WinRate, Title = "Win rate" },
        new() { Kind = FigureKind.Delta, Title = "Delta", Baseline = "m2" },
        new() { Kind = FigureKind.Delta, Title = "Change" },
        new() { Kind = FigureKind.RankHistory, Title = "History" },
    ];

    public static string[] Titles { get; } = [.. All.Select(static figure => figure.Title!)];

    /// <summary>A board with this one figure.</summary>
    public static BoardReport Alone(string title, int models = 5, int tasks = 24, Func<string, string>? name = null) =>
        Report(models, tasks, name, All.Single(figure => figure.Title == title));

    /// <param name="name">What models, tasks and subsets are called instead: a function of "m1", "t00", "dev".</param>
    /// <param name="figures">All of them where none are named.</param>
    public static BoardReport Report(int models = 5, int tasks = 24, Func<string, string>? name = null, params FigureDeclaration[] figures)
    {
        Func<string, string> called = name ?? (static label => label);
        Board board = new()
        {
            Slug = "all",
            Title = called("All kinds"),
            Source = new BoardSource.Benchmark("b"),
            Columns = ["task"],
            Figures = [.. (figures.Length > 0 ? figures : All).Select(figure => figure.Baseline is { } baseline ? figure with { Baseline = called(baseline) } : figure)],
        };
        return BoardComposer.Compose(board, new ResultSnapshot([.. Rows(models, tasks, called)], DataAsOf: null), FontSet.Default);
    }

    private static IEnumerable<Result> Rows(int models, int tasks, Func<string, string> called) =>
        from model in Enumerable.Range(1, models)
        from task in Enumerable.Range(0, tasks)
        from subset in new[] { "test", "dev" }
        from day in new[] { 0, 1 + ((model + task) % 2) }
        where day == 0 || task % 3 > 0
        select new Result
        {
            Benchmark = "b",
            Task = called($"t{task:D2}"),
            Subset = called(subset),
            Model = called($"m{model}"),
            Metric = "accuracy",
            Direction = Direction.HigherIsBetter,
            Value = 60 + (task % 7) - (model * 2) + (((model * 5) + (task * 11) + (subset == "dev" ? 3 : 0)) % 8) + (day == 2 ? model * task / 10 : 0),
            RunAt = new DateTimeOffset(2026, 3, 1 + day, 12, 0, 0, TimeSpan.Zero),
        };
}
