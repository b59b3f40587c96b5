using BenchWorker.Analysis;
using BenchWorker.Tests.Analysis.Reference;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Findings;

public sealed class ScoreCostTests
{
    private static readonly IReadOnlyList<IReadOnlyDictionary<string, string>> Rows = ReferenceTable.Rows("synG_table.csv");

    /// <summary>g0, g2, g4 and g5 in the reference; here in the leaderboard's order.</summary>
    [Fact]
    public void The_front_of_score_and_cost_is_that_of_the_reference() => Of(Rows).Holding(FindingKinds.P1).ShouldBe(
    [
        "4 of the 9 ranked with a known cost are on the Pareto front of mean and cost (g5, g4, g0 and g2): no other is at least as good in both and better in one.",
    ]);

    /// <summary>g2 costs less than g6 and g7, and scores more.</summary>
    [Fact]
    public void A_front_of_one_is_told_in_the_singular() =>
        Of([Rows[2], Rows[6], Rows[7]]).Holding(FindingKinds.P1).ShouldHaveSingleItem().ShouldStartWith("1 of the 3 ranked with a known cost is on the Pareto front of mean and cost (g2):");

    [Fact]
    public void Where_more_of_the_cost_is_better_the_front_is_another() =>
        Of(Rows, lowerIsBetter: false).Holding(FindingKinds.P1).ShouldHaveSingleItem().ShouldStartWith("3 of the 9 ranked with a known cost are on the Pareto front of mean and cost (g5, g8 and g6):");

    [Fact]
    public void Where_nobody_is_beaten_in_both_that_is_said() => Of([Rows[5], Rows[0], Rows[2]]).Holding(FindingKinds.P1).ShouldBe(
    [
        "All 3 ranked with a known cost are on the Pareto front of mean and cost: of no two is one at least as good in both and better in one.",
    ]);

    [Fact]
    public void Two_with_a_cost_are_no_front() => Of([.. Rows.Take(2)]).Holding(FindingKinds.P1).ShouldBeEmpty();

    [Fact]
    public void A_changed_score_is_told_apart() => Of(Rows).ShouldFailOn(FindingKinds.P1, Of(Rows, raised: 1));

    private static HeatmapTable Of(IReadOnlyList<IReadOnlyDictionary<string, string>> rows, bool lowerIsBetter = true, int? raised = null)
    {
        string[] models = [.. rows.Select(row => row["model"])];
        string[] tasks = [.. rows[0].Keys.Where(key => key is not ("model" or "cost"))];
        double[] values = [.. rows.SelectMany((row, i) => tasks.Select(task => ReferenceTable.Number(row[task]) + (i == raised ? 20 : 0)))];
        ScoreTable scores = new(models, [.. tasks.Select(task => new ScoreColumn(task, Direction.HigherIsBetter))], [.. values.Select(value => new Cell(value))]);
        return new HeatmapTable("Board", new HeatmapMetric("score", null, Direction.HigherIsBetter), new HeatmapAxis("model", models), new HeatmapAxis("task", tasks), values, decimals: 1)
        {
            Board = new RankedBoard("model", Ranker.Rank(scores, RankingMethod.Mean, MissingPolicy.Exclude, minCoverage: 0, seed: 1), scores)
            {
                Costs = new EntityCosts("cost", lowerIsBetter, rows.ToDictionary(row => row["model"], row => ReferenceTable.Number(row["cost"]))),
            },
        };
    }
}
