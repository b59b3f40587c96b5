using BenchWorker.Analysis;
using BenchWorker.Figures;
using BenchWorker.Site;

namespace BenchWorker.Tests;

/// <summary>Small reports built by hand, so that tests of pages do not depend on statistics or layout.</summary>
internal static class SampleReport
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <param name="scores">Entity and its scores, one a column; NaN = not run. Ranked by mean in the order given.</param>
    public static BoardReport Of(string slug, DateTimeOffset? dataAsOf, params (string Entity, double[] Scores)[] scores)
    {
        int columns = scores.Length == 0 ? 0 : scores[0].Scores.Length;
        Cell[] cells = [.. scores.SelectMany(static row => row.Scores).Select(static score => double.IsNaN(score) ? Cell.Absent() : new Cell(score))];
        ScoreTable table = new(
            [.. scores.Select(static row => row.Entity)],
            [.. Enumerable.Range(0, columns).Select(static j => new ScoreColumn($"task {j + 1}", Direction.HigherIsBetter))],
            cells);
        Board board = new() { Slug = slug, Title = $"Board {slug}", Description = "A board made by hand.", Source = new BoardSource.Benchmark(slug) };
        return new BoardReport
        {
            Board = board,
            Direction = Direction.HigherIsBetter,
            Unit = "%",
            Table = table,
            Leaderboards = [Ranked(RankingMethod.Mean, scores), Ranked(RankingMethod.Borda, scores)],
            Figures = [Figure("scores", scores)],
            Summary = new Summary($"# Board {slug}\n\nOne sentence.\n\n| model | mean |\n|---|---|\n| a | 1 |\n", "Scores of a few models. The first leads.", "[]"),
            DataAsOf = dataAsOf,
        };
    }

    public static BoardReport Of(string slug) => Of(slug, Noon, ("alpha", [81.5, 70.25]), ("beta", [80, 71]), ("gamma", [55, double.NaN]));

    /// <summary>As many models and columns as wanted, scores from a fixed rule.</summary>
    public static BoardReport Large(string slug, int models, int columns, double shift = 0) => Of(
        slug, Noon, [.. Enumerable.Range(0, models).Select(i => ($"org/model-{i:D4}", Enumerable.Range(0, columns).Select(j => 90 - (i * 0.1) - (((i * 7) + (j * 13)) % 17) + shift).ToArray()))]);

    private static Leaderboard Ranked(RankingMethod method, (string Entity, double[] Scores)[] scores) => new()
    {
        Method = method,
        Missing = MissingPolicy.Exclude,
        MinCoverage = 0.6,
        Standings = [.. scores.Select((row, index) => Standing(row.Entity, row.Scores, index + 1, scores.Length))],
    };

    private static Standing Standing(string entity, double[] scores, int rank, int count)
    {
        double[] present = [.. scores.Where(static score => !double.IsNaN(score))];
        bool ranked = present.Length >= 0.6 * scores.Length && present.Length > 0;
        return new Standing
        {
            Entity = entity,
            Rank = ranked ? rank : null,
            Interval = ranked ? new RankInterval(Math.Max(1, rank - 1), Math.Min(count, rank + 1)) : null,
            Score = present.Length == 0 ? null : present.Average(),
            StandardError = ranked ? 1.25 : null,
            Present = present.Length,
            Columns = scores.Length,
            NotRanked = ranked ? null : "coverage below 60 %",
        };
    }

    private static BoardFigure Figure(string slug, (string Entity, double[] Scores)[] scores) => new(
        slug, "Scores by model and task", Scene(scores, Rgb.White, Rgb.Parse("1f2328")), Scene(scores, Rgb.Parse("0d1117"), Rgb.Parse("e6edf3")),
        [["model", "task", "value"], .. scores.SelectMany(static row => row.Scores.Select((score, j) => (IReadOnlyList<string>)[row.Entity, $"task {j + 1}", double.IsNaN(score) ? "" : score.ToString("R", System.Globalization.CultureInfo.InvariantCulture)]))]);

    private static Scene Scene((string Entity, double[] Scores)[] scores, Rgb ground, Rgb ink)
    {
        const int Left = 180, Top = 40;
        int side = scores.Length > 60 ? 6 : 24;
        List<DrawingOperation> operations = [new DrawingOperation.TextRun("Scores by model and task", new Point(12, 24), 14, FontWeight.Bold, ink, TextAnchor.Start, 0, 190, TextRole.Title)];
        for (int i = 0; i < scores.Length; i++)
        {
            operations.Add(new DrawingOperation.TextRun(scores[i].Entity, new Point(Left - 8, Top + (i * side) + 16), 12, FontWeight.Regular, ink, TextAnchor.End, 0, 60, TextRole.RowLabel));
            for (int j = 0; j < scores[i].Scores.Length; j++)
            {
                Rect cell = new(Left + (j * side), Top + (i * side), side, side);
                double score = scores[i].Scores[j];
                operations.Add(double.IsNaN(score)
                    ? new DrawingOperation.HatchRectangle(cell, ground, ink, 6, $"{scores[i].Entity}: not run")
                    : new DrawingOperation.FillRectangle(cell, new Rgb((byte)(240 - (Math.Clamp(score, 0, 100) * 2)), (byte)(248 - Math.Clamp(score, 0, 100)), 255), FormattableString.Invariant($"{scores[i].Entity}: {score}")));
            }
        }

        int columns = scores.Length == 0 ? 0 : scores[0].Scores.Length;
        return new Scene
        {
            WidthPx = Left + (columns * side) + 20,
            HeightPx = Top + (scores.Length * side) + 20,
            Background = ground,
            Title = "Scores by model and task",
            Description = "Heatmap of scores: models down, tasks across.",
            Operations = operations,
        };
    }
}
