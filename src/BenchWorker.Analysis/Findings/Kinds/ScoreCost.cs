using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>Who is not beaten in score and cost at once (P1).</summary>
internal static class ScoreCost
{
    private static readonly Template Front = new(FindingKinds.P1,
        "{k} of the {n} ranked with a known {cost} {k|is|are} on the Pareto front of {method} and {cost}{names}: no other is at least as good in both and better in one.");

    private static readonly Template Everybody = new(FindingKinds.P1,
        "All {n} ranked with a known {cost} are on the Pareto front of {method} and {cost}: of no two is one at least as good in both and better in one.");

    private static readonly Template Named = new(FindingKinds.P1, " ({names})");

    private const int MinCosted = 3;

    private const int MostNamed = 8;

    public static IEnumerable<Finding> From(TableFacts facts)
    {
        if (facts.Table.Board is not { Costs: { } costs } board)
            yield break;
        Standing[] known = [.. board.Leaderboard.Standings.Where(standing => standing is { Rank: not null, Score: not null } && costs.Values.ContainsKey(standing.Entity))];
        if (known.Length < MinCosted)
            yield break;
        double sign = board.LowerIsFirst ? -1 : 1;
        int[] front = ParetoFront.Of(
            TieGrid.Of([.. known.Select(standing => sign * (standing.Score ?? 0))]),
            [.. known.Select(standing => (costs.LowerIsBetter ? 1 : -1) * costs.Values[standing.Entity])]);
        yield return Tell(facts, board, costs.Name, [.. front.Select(i => known[i].Entity)], known.Length);
    }

    private static Finding Tell(TableFacts facts, RankedBoard board, string cost, string[] front, int known) => new()
    {
        Sentence = (front.Length == known ? Everybody : Front).With(
            ("k", Count(new Quantity.Standing(StandingMeasure.OnFront), front.Length)), ("n", Count(new Quantity.Standing(StandingMeasure.Costed), known)),
            ("cost", Label(cost)), ("method", Label(RankingWords.Of(board.Leaderboard))),
            ("names", Clause(front.Length <= MostNamed ? Named.With(("names", new Fill.Labels(front))) : null))),
        Checks = [.. front.Select(static entity => new Check(new Quantity.Standing(StandingMeasure.Undominated, entity), Comparison.Equal, 1)),
            new Check(new Quantity.Standing(StandingMeasure.OnFront), Comparison.Equal, front.Length)],
        Effect = 1,
        Covered = facts.Count,
        Subjects = front,
    };
}
