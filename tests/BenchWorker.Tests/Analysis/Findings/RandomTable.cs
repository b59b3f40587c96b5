using BenchWorker.Analysis;

namespace BenchWorker.Tests.Analysis.Findings;

/// <summary>Tables of every shape that a board may have, from a seed.</summary>
internal static class RandomTable
{
    private static readonly string[] Names = ["gpt-4o", "Llama 3. Large", "a|b", "0.5", "task", "org/model_v1.2", "x. Y", "7", "<i>", "Δ"];

    /// <param name="ranked">With the ranking that is made of its values, and scores published before.</param>
    public static FindingExample Of(int seed, bool ranked)
    {
        Random random = new(seed);
        (int rows, int columns, int decimals) = (random.Next(2, 10), random.Next(2, 15), random.Next(0, 4));
        int facets = !ranked && random.Next(3) == 0 ? 2 : 1;
        HeatmapMetric metric = new("score", random.Next(2) == 0 ? "%" : null, random.Next(4) == 0 ? Direction.LowerIsBetter : Direction.HigherIsBetter);
        if (random.Next(2) == 0)
            metric = metric with { Lower = 0, Upper = 100 };
        HeatmapAxis panels = new("panel", facets == 1 ? [""] : ["first", "second"]), models = new("model", Labels(random, rows));
        HeatmapAxis tasks = new(random.Next(2) == 0 ? "task" : "step", Labels(random, columns)) { Ordered = random.Next(2) == 0 };
        double[] values = Values(random, facets, rows, columns, decimals), before = Values(random, 1, rows, columns, decimals);
        return new FindingExample($"seed {seed}", values, changed => new HeatmapTable("Random", metric, panels, models, tasks, changed, decimals)
        {
            Board = ranked ? Board(metric.Direction, models.Labels, tasks.Labels, changed, before) : null,
        });
    }

    private static RankedBoard Board(Direction direction, IReadOnlyList<string> models, IReadOnlyList<string> tasks, double[] values, double[] before)
    {
        ScoreTable scores = Scores(direction, models, tasks, values);
        return new RankedBoard("model", Ranker.Rank(scores, new RankingPolicy(RankingMethod.Mean), seed: 1), scores) { Previous = Scores(direction, models, tasks, before) };
    }

    private static ScoreTable Scores(Direction direction, IReadOnlyList<string> models, IReadOnlyList<string> tasks, double[] values) => new(
        models, [.. tasks.Select(task => new ScoreColumn(task, direction))], [.. values.Select(static value => double.IsFinite(value) ? new Cell(value) : Cell.Absent())]);

    private static string[] Labels(Random random, int count) => [.. Enumerable.Range(0, count).Select(i => Names[random.Next(Names.Length)] + " " + i)];

    /// <summary>Levels of rows and columns, a slope, scatter and gaps, each more or less of it.</summary>
    private static double[] Values(Random random, int facets, int rows, int columns, int decimals)
    {
        (double byRow, double byColumn, double slope, double scatter, double gaps) = (random.Next(30), random.Next(20), random.Next(3), random.Next(1, 12), random.Next(2) * 0.3 * random.NextDouble());
        double[] level = [.. Enumerable.Range(0, rows).Select(_ => byRow * random.NextDouble())], step = [.. Enumerable.Range(0, columns).Select(_ => byColumn * random.NextDouble())];
        return
        [
            .. from _ in Enumerable.Range(0, facets)
               from row in Enumerable.Range(0, rows)
               from column in Enumerable.Range(0, columns)
               select random.NextDouble() < gaps ? double.NaN : Math.Round(20 + level[row] + step[column] + (slope * column * (row % 3 - 1)) + (scatter * random.NextDouble()), decimals),
        ];
    }
}
