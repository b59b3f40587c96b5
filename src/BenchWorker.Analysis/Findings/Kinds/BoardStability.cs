using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>How much a ranking by mean depends on which columns there are, and whether the ranked differ at all (A2, A3, A4).</summary>
internal static class BoardStability
{
    private static readonly Template LeftOut = new(FindingKinds.A2,
        "Leaving out one column at a time, {leader} stays first in {k} of {n} cases; " + Agreement);

    private static readonly Template Unmoved = new(FindingKinds.A2, "Whichever of the {n} columns is left out, {leader} stays first; " + Agreement);

    private const string Agreement = "the order that differs most from the full one has a Kendall tau of {tau} with it.";

    private static readonly Template Resampled = new(FindingKinds.A3,
        "In {draws} resamplings of the columns {leader} is first or tied for first in {share} percent.");

    private static readonly Template Differ = new(FindingKinds.A4,
        "Taken together, the {k} ranked differ (Friedman chi-squared {q} with {df} degrees of freedom, p {p}; Kendall W {w}); "
        + "mean ranks closer than {cd} are not told apart (Nemenyi).");

    private static readonly Template Alike = new(FindingKinds.A4,
        "Taken together, the {k} ranked are not shown to differ (Friedman chi-squared {q} with {df} degrees of freedom, p {p}; Kendall W {w}).");

    private const int MinColumns = 5;

    /// <summary>One column less of very many is no test of anything, and costs its square.</summary>
    private const int MostColumns = 200;

    private const int MostEntities = 200;

    private const int MinFriedman = 3;

    public static IEnumerable<Finding> From(TableFacts facts)
    {
        if (facts.Table.Board is not { ByPlainMean: true, Leaderboard: var ranking } board
            || ranking.Standings.Any(static standing => standing.Rank is null) || board.Scores.Columns.Any(static column => column.Counts && column.Weight != 1))
            return [];
        var scores = ScoreMatrix.Of(board.Scores);
        if (ranking.Standings.Count(static standing => standing.Rank == 1) != 1 || scores.Models is < 2 or > MostEntities || scores.Tasks is < MinColumns or > MostColumns)
            return [];
        return new[] { LeaveOneOut(facts, board, scores), Redrawn(facts, board, scores), Overall(facts, board, scores) }.OfType<Finding>();
    }

    private static int LeaderOf(RankedBoard board) => board.Scores.Entities.ToList().IndexOf(board.Leaderboard.Standings[0].Entity);

    private static Finding? LeaveOneOut(TableFacts facts, RankedBoard board, ScoreMatrix scores)
    {
        LeftOutTask[] cases = [.. Stability.LeaveOneTaskOut(scores).OfType<LeftOutTask>()];
        if (cases.Length == 0 || cases.Any(static one => double.IsNaN(one.TauB)))
            return null;
        int leader = LeaderOf(board);
        int kept = cases.Count(one => one.Leader == leader);
        double tau = cases.Min(static one => one.TauB);
        return new Finding
        {
            Sentence = (kept == cases.Length ? Unmoved : LeftOut).With(
                ("leader", Entities(board.Leaderboard.Standings[0].Entity)), ("k", Count(new Quantity.Standing(StandingMeasure.StaysFirst), kept)),
                ("n", Count(new Quantity.Standing(StandingMeasure.LeftOutColumns), cases.Length)),
                ("tau", Number(new Quantity.Standing(StandingMeasure.LeaveOneOutTau), tau, 2))),
            Checks = kept < cases.Length ? [] : [new Check(new Quantity.Standing(StandingMeasure.StaysFirst), Comparison.Equal, new Quantity.Standing(StandingMeasure.LeftOutColumns))],
            Effect = Math.Max((double)(cases.Length - kept) / cases.Length, 1 - tau),
            Covered = facts.Count,
        };
    }

    private static Finding? Redrawn(TableFacts facts, RankedBoard board, ScoreMatrix scores)
    {
        if (RankResampling.OfMeans(scores, board.Leaderboard.Seed).Models[LeaderOf(board)] is not { } resampled)
            return null;
        string leader = board.Leaderboard.Standings[0].Entity;
        return new Finding
        {
            Sentence = Resampled.With(
                ("draws", Given(RankResampling.DefaultReplicates)), ("leader", Entities(leader)),
                ("share", Number(new Quantity.Standing(StandingMeasure.FirstShare, leader), 100 * resampled.FirstShare, 1))),
            Effect = 1 - resampled.FirstShare,
            Covered = facts.Count,
            Subjects = [leader],
        };
    }

    private static Finding? Overall(TableFacts facts, RankedBoard board, ScoreMatrix scores)
    {
        var friedman = Friedman.Of(scores);
        if (friedman.Status != FriedmanStatus.Ok || friedman.Models < MinFriedman)
            return null;
        bool differ = friedman.P <= TestResult.Alpha;
        return new Finding
        {
            Sentence = (differ ? Differ : Alike).With(
                ("k", Count(new Quantity.Standing(StandingMeasure.FriedmanEntities), friedman.Models)),
                ("q", Number(new Quantity.Standing(StandingMeasure.FriedmanQ), friedman.Q, 1)), ("df", Given(friedman.Models - 1)),
                ("p", Number(new Quantity.Standing(StandingMeasure.FriedmanP), friedman.P, ProbabilityDecimals, NumberStyle.Probability)),
                ("w", Number(new Quantity.Standing(StandingMeasure.KendallW), friedman.KendallW, 2)),
                ("cd", Number(new Quantity.Standing(StandingMeasure.CriticalDifference), differ ? CriticalDifference.Of(friedman.Models, friedman.Tasks) : 0, 2))),
            Checks = [new Check(new Quantity.Standing(StandingMeasure.FriedmanP), differ ? Comparison.AtMost : Comparison.Greater, TestResult.Alpha)],
            Effect = friedman.KendallW,
            Covered = facts.Count,
            Test = new TestResult("Friedman", friedman.P, friedman.P),
        };
    }
}
