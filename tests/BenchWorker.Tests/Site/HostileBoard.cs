using BenchWorker.Analysis;
using BenchWorker.Figures;
using BenchWorker.Site;

namespace BenchWorker.Tests;

/// <summary>A board whose every text is hostile, computed from results.</summary>
internal static class HostileBoard
{
    public static BoardReport Compose()
    {
        string[] texts = [.. HostileText.Names.Distinct(StringComparer.Ordinal)];
        Board board = new()
        {
            Slug = "hostile",
            Title = "\"><script>alert(1)</script>",
            Description = string.Join(' ', texts),
            Source = new BoardSource.Benchmark("b"),
            Metric = new BoardMetric(Unit: "\"><script>alert(1)</script>"),
            Figures = [new FigureDeclaration { Rows = new AxisDeclaration("model"), Columns = new AxisDeclaration("task") }],
        };
        ResultSnapshot results = new([.. texts.SelectMany(Rows)], SampleReport.Noon) { Quarantine = texts.Take(4).ToDictionary(static text => text, static text => text, StringComparer.Ordinal) };
        return BoardComposer.Compose(board, results, FontSet.Default);
    }

    private static IEnumerable<Result> Rows(string text, int i) => new[] { "<img src=x onerror=alert(1)>", "=1+1", "[x](javascript:alert(1)) | y" }.Where((_, j) => (i + j) % 7 > 0).Select((task, j) => new Result
    {
        Benchmark = "b",
        Task = task,
        Model = text,
        Metric = "=1+1",
        Direction = Direction.HigherIsBetter,
        Value = 90 - (i * 0.3) - (((i * 7) + (j * 13)) % 17),
        Run = text,
    });
}
