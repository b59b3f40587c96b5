using BenchWorker.Analysis;
using BenchWorker.Site;

namespace BenchWorker.Benchmarks;

/// <summary>Boards with complete made-up results: every model on every task, neighbours overlapping.</summary>
internal static class SampleBoards
{
    public static Board Board(string slug) => new()
    {
        Slug = slug,
        Title = $"Board {slug}",
        Source = new BoardSource.Benchmark(slug),
        Ranking = [RankingMethod.Mean, RankingMethod.Borda, RankingMethod.MeanWinRate],
    };

    /// <summary>Rows share their names, as those read from a database do.</summary>
    /// <param name="variant">Another number gives other scores.</param>
    public static ResultSnapshot Results(int models, int tasks, int variant = 0)
    {
        string[] taskNames = [.. Enumerable.Range(0, tasks).Select(static j => FormattableString.Invariant($"task-{j:D3}"))];
        return new(
        [
            .. from i in Enumerable.Range(0, models)
               let model = FormattableString.Invariant($"organisation/model-{i:D4}-instruct")
               from j in Enumerable.Range(0, tasks)
               select new Result
               {
                   Benchmark = "large",
                   Task = taskNames[j],
                   Model = model,
                   Metric = "accuracy",
                   Direction = Direction.HigherIsBetter,
                   Value = Math.Round(0.9 - (i * 0.0011) - ((((i * 7919L) + (j * 104_729L) + (variant * 31L)) % 97) * 0.002), 4),
               },
        ], DateTimeOffset.UnixEpoch.AddDays(variant));
    }
}
