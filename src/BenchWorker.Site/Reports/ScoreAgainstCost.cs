using System.Globalization;
using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>Every ranked entity whose cost is known, in the leaderboard's order, and whether nobody beats it in score and cost at once.</summary>
public sealed record ScoreAgainstCost(string Cost, bool LowerIsBetter, IReadOnlyList<CostPoint> Points)
{
    /// <param name="all">The snapshot's rows: those of the cost's metric are not among the rows that the board ranks.</param>
    internal static ScoreAgainstCost Of(ParetoDeclaration declared, Board board, IReadOnlyList<Result> all, ScoreTableRules rules, Leaderboard leaderboard, Direction direction)
    {
        Dictionary<string, double> costs = Costs(declared, board, all, rules);
        Standing[] known = [.. leaderboard.Standings.Where(one => one is { Rank: not null, Score: not null } && costs.ContainsKey(one.Entity))];
        double sign = Ranker.LowerIsFirst(leaderboard.Method, direction) ? -1 : 1;
        int[] front = ParetoFront.Of(
            [.. known.Select(one => sign * (one.Score ?? 0))],
            [.. known.Select(one => declared.LowerIsBetter ? costs[one.Entity] : -costs[one.Entity])]);
        return new(declared.Cost, declared.LowerIsBetter, [.. known.Select((one, k) => new CostPoint(one.Entity, one.Score ?? 0, costs[one.Entity], front.Contains(k)))]);
    }

    /// <summary>The same costs as the summary's writer takes them.</summary>
    internal EntityCosts ForSummary() => new(Cost, LowerIsBetter, Points.ToDictionary(static point => point.Entity, static point => point.Cost, StringComparer.Ordinal));

    /// <summary>The mean over whatever the source says of an entity's cost: as a metric of its own, else in a column of each row.</summary>
    private static Dictionary<string, double> Costs(ParetoDeclaration declared, Board board, IReadOnlyList<Result> all, ScoreTableRules rules)
    {
        Board costs = board with { Metric = new BoardMetric(declared.Cost) };
        IReadOnlyList<Result> ofMetric = ResultFilter.Apply(costs, all);
        IReadOnlyList<Result> rows = ofMetric.Count > 0
            ? ofMetric
            : [.. ResultFilter.Apply(board, all).Where(row => row.Field(declared.Cost) is { Length: > 0 }).Select(row => row with { Value = Number(row.Field(declared.Cost)), Missing = null })];
        ScoreTable table = ScoreTable.From(rows, rules with
        {
            Direction = Direction.HigherIsBetter,
            Sentinels = declared.Sentinels.Distinct().ToDictionary(static value => value, static _ => MissingReason.NotRun),
        });
        double[] means = Means.By(MissingPolicy.Exclude, ScoreMatrix.Of(table));
        return table.Entities.Zip(means).Where(static pair => double.IsFinite(pair.Second)).ToDictionary(static pair => pair.First, static pair => pair.Second, StringComparer.Ordinal);
    }

    private static double Number(string? text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.NaN;
}

public readonly record struct CostPoint(string Entity, double Score, double Cost, bool OnFront);
