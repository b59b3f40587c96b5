using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>Who ranks first, and who else could (A1).</summary>
internal static class BoardLeaders
{
    private const string First = "{leader} {leader|ranks|rank} first by {method} ({score}); ";
    private const string Open = "its rank range is {best} to {worst}, and {k} of the {n} ranked cannot be ruled out as first ({names}";

    private static readonly Template Apart = new(FindingKinds.A1, First + "the data tell it apart from each of the other {others} ({test}).");
    private static readonly Template Together = new(FindingKinds.A1, First + Open + "{test}).");
    private static readonly Template Shared = new(FindingKinds.A1, First + "{k} of the {n} ranked cannot be ruled out as first ({names}{test}).");
    private static readonly Template Nobody = new(FindingKinds.A1, First + "its rank range is {best} to {worst}, and none of the {n} ranked can be ruled out as first ({test}).");
    private static readonly Template NobodyOfShared = new(FindingKinds.A1, First + "none of the {n} ranked can be ruled out as first ({test}).");
    private static readonly Template Drawn = new(FindingKinds.A1,
        First + "when the columns are drawn again it keeps a rank from {best} to {worst} in ninety-five of a hundred draws.");

    private static readonly Template DrawnFirst = new(FindingKinds.A1, First + "when the columns are drawn again {leader|it stays|they stay} first in ninety-five of a hundred draws.");

    private static readonly Template Untested = new(FindingKinds.A1, "{leader} {leader|ranks|rank} first by {method} ({score}); no test was possible.");
    private static readonly Template Listed = new(FindingKinds.A1, "{names}; ");
    private static readonly Template Permutation = new(FindingKinds.A1, "paired permutation tests of all pairs, Holm at five percent");
    private static readonly Template SignedRank = new(FindingKinds.A1, "Wilcoxon signed-rank tests of all pairs, Holm at five percent");
    private static readonly Template Largest = new(FindingKinds.A1, "bootstrap of the largest difference of all pairs, at five percent");

    private const int MostLeaders = 3;

    private const int MostNamed = 6;

    public static IEnumerable<Finding> From(TableFacts facts)
    {
        if (facts.Table.Board is not { } board || board.Leaderboard.Intervals == IntervalKind.None && board.Leaderboard.Standings.Count == 0)
            yield break;
        Standing[] ranked = [.. board.Leaderboard.Standings.Where(static standing => standing.Rank is not null)];
        Standing[] leaders = [.. ranked.Where(static standing => standing.Rank == 1)];
        if (ranked.Length < 2 || leaders.Length is 0 or > MostLeaders || leaders[0].Score is not { } score)
            yield break;
        Standing[] open = [.. ranked.Where(static standing => standing.Interval?.Best == 1)];
        yield return new Finding
        {
            Sentence = Tell(facts.Table, board, leaders, open, ranked.Length, score),
            Checks =
            [
                .. leaders.Select(static leader => new Check(new Quantity.Standing(StandingMeasure.Rank, leader.Entity), Comparison.Equal, 1)),
                .. open.Take(MostNamed).Select(static standing => new Check(new Quantity.Standing(StandingMeasure.BestRank, standing.Entity), Comparison.Equal, 1)),
                new Check(new Quantity.Standing(StandingMeasure.Leaders), Comparison.Equal, leaders.Length),
                new Check(new Quantity.Standing(StandingMeasure.TiedFirst), Comparison.Equal, open.Length),
                .. leaders[0].Interval is { Worst: 1 } ? [new Check(new Quantity.Standing(StandingMeasure.WorstRank, leaders[0].Entity), Comparison.Equal, 1)] : Array.Empty<Check>(),
            ],
            Effect = 1,
            Covered = facts.Count,
            Subjects = [.. leaders.Select(static leader => leader.Entity)],
        };
    }

    private static Sentence Tell(HeatmapTable table, RankedBoard board, Standing[] leaders, Standing[] open, int ranked, double score)
    {
        Template template = leaders[0].Interval is null || board.Scores.Columns.Count(static column => column.Counts) < 2 ? Untested
            : board.Leaderboard.Intervals == IntervalKind.ResamplingRange ? leaders[0].Interval?.Worst == 1 ? DrawnFirst : Drawn
            : open.Length == 1 && leaders.Length == 1 ? Apart
            : leaders.Length == 1 ? open.Length == ranked ? Nobody : Together
            : open.Length == ranked ? NobodyOfShared : Shared;
        string leader = leaders[0].Entity;
        return template.With(
            ("leader", Entities([.. leaders.Select(static one => one.Entity)])), ("method", Label(RankingWords.Of(board.Leaderboard))),
            ("score", Number(new Quantity.Standing(StandingMeasure.Score, leader), score, LeaderboardSection.Decimals(table, board))),
            ("best", Rank(StandingMeasure.BestRank, leader, leaders[0].Interval?.Best)), ("worst", Rank(StandingMeasure.WorstRank, leader, leaders[0].Interval?.Worst)),
            ("k", Rank(StandingMeasure.TiedFirst, "", open.Length)), ("n", Rank(StandingMeasure.Ranked, "", ranked)), ("others", Given(ranked - 1)),
            ("names", Clause(open.Length <= MostNamed && open.Length < ranked ? Listed.With(("names", Entities([.. open.Select(static one => one.Entity)]))) : null)),
            ("test", Clause(TestOf(board.Leaderboard).With())));
    }

    private static Template TestOf(Leaderboard board) => board.Intervals == IntervalKind.MaxTRankSet ? Largest
        : board.Test == PairTestKind.Permutation ? Permutation : SignedRank;

    private static Fill Rank(StandingMeasure measure, string entity, int? value) =>
        Count(new Quantity.Standing(measure, entity), value ?? 0);
}
