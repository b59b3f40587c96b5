using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>What changed since the last publication: who came and went, whose scores and ranks moved, which cells were filled (V1 to V5).</summary>
internal static class BoardChanges
{
    private static readonly Template Improved = new(FindingKinds.V1,
        "{entity} improved by {change}{unit} on average over the {n} columns in both publications (paired permutation test, q {q}).");

    private static readonly Template Worsened = new(FindingKinds.V2,
        "{entity} got worse by {change}{unit} on average over the {n} columns in both publications (paired permutation test, q {q}).");

    private static readonly Template Entered = new(FindingKinds.V3, "{k} entered{came}.");
    private static readonly Template Left = new(FindingKinds.V3, "{j} left{went}.");
    private static readonly Template Both = new(FindingKinds.V3, "{k} entered{came} and {j} left{went}.");
    private static readonly Template Named = new(FindingKinds.V3, " ({names})");

    private static readonly Template Rose = new(FindingKinds.V4, "{entity} rises from rank {old} to {new} ({parts}).");
    private static readonly Template Fell = new(FindingKinds.V4, "{entity} falls from rank {old} to {new} ({parts}).");
    private static readonly Template Stays = new(FindingKinds.V4, "{entity} stays on rank {new}.");
    private static readonly Template Leavers = new(FindingKinds.V4, "{k} by those that left");
    private static readonly Template Scores = new(FindingKinds.V4, "{k} by changed scores");
    private static readonly Template Entrants = new(FindingKinds.V4, "{k} by newcomers");

    private static readonly Template Cells = new(FindingKinds.V5,
        "Of the cells in both publications {changed} {changed|has|have} another value; {gained} {gained|cell|cells} got a value and {lost} lost theirs.");

    private const int MostNamed = 8;

    public static IEnumerable<Finding> From(TableFacts facts)
    {
        if (facts.Table.Board is not { Previous: { } previous } board)
            return [];
        var change = RankChange.Between(previous, board.Scores, board.Leaderboard.Missing, board.Leaderboard.Seed);
        return Membership(facts, change).Concat(CellChanges(facts, board, previous))
            .Concat(change.Moves.Where(static move => move.Q <= TestResult.Alpha && move.MeanChange != 0).OrderByDescending(static move => Math.Abs(move.MeanChange)).Take(MostNamed).Select(move => ScoreChange(facts, board, previous, move)))
            .Concat(change.Moves.Where(static move => move.OldRank != move.NewRank || move.NewRank == 1)
                .OrderBy(static move => move.NewRank).ThenByDescending(static move => Math.Abs(move.NewRank - move.OldRank)).Take(MostNamed).Select(move => RankMoved(facts, move)));
    }

    private static IEnumerable<Finding> Membership(TableFacts facts, RankChange change)
    {
        if (change.Entered.Count + change.Left.Count == 0)
            yield break;
        yield return new Finding
        {
            Sentence = (change.Left.Count == 0 ? Entered : change.Entered.Count == 0 ? Left : Both).With(
                ("k", Count(new Quantity.Change(ChangeMeasure.Entered), change.Entered.Count)), ("came", Clause(List(change.Entered))),
                ("j", Count(new Quantity.Change(ChangeMeasure.Left), change.Left.Count)), ("went", Clause(List(change.Left)))),
            Checks =
            [
                .. change.Entered.Take(MostNamed).Select(static entity => new Check(new Quantity.Change(ChangeMeasure.Entered, entity), Comparison.Equal, 1)),
                .. change.Left.Take(MostNamed).Select(static entity => new Check(new Quantity.Change(ChangeMeasure.Left, entity), Comparison.Equal, 1)),
            ],
            Effect = 1,
            Covered = facts.Count,
            Subjects = [.. change.Entered],
        };
    }

    private static Sentence? List(IReadOnlyList<string> names) => names.Count > MostNamed ? null : Named.With(("names", Entities(names)));

    private static IEnumerable<Finding> CellChanges(TableFacts facts, RankedBoard board, ScoreTable previous)
    {
        (int changed, int gained, int lost) = CellDifference.Between(previous, board.Scores);
        if (changed + gained + lost == 0)
            yield break;
        yield return new Finding
        {
            Sentence = Cells.With(
                ("changed", Count(new Quantity.Change(ChangeMeasure.ChangedCells), changed)),
                ("gained", Count(new Quantity.Change(ChangeMeasure.Gained), gained)), ("lost", Count(new Quantity.Change(ChangeMeasure.Lost), lost))),
            Effect = 1,
            Covered = facts.Count,
        };
    }

    private static Finding ScoreChange(TableFacts facts, RankedBoard board, ScoreTable previous, RankMove move)
    {
        int shared = CellDifference.SharedColumns(previous, board.Scores, move.Entity);
        Quantity change = new Quantity.Change(ChangeMeasure.MeanChange, move.Entity);
        return new Finding
        {
            Sentence = (move.MeanChange > 0 ? Improved : Worsened).With(
                ("entity", Entities(move.Entity)), ("unit", Unit(facts.Table)),
                ("change", Number(new Quantity.Absolute(change), Math.Abs(move.MeanChange), facts.MeanDecimals)),
                ("n", Count(new Quantity.Change(ChangeMeasure.SharedColumns, move.Entity), shared)),
                ("q", Number(new Quantity.Change(ChangeMeasure.Corrected, move.Entity), move.Q, ProbabilityDecimals, NumberStyle.Probability))),
            Checks =
            [
                new Check(change, move.MeanChange > 0 ? Comparison.Greater : Comparison.Less, 0),
                new Check(new Quantity.Change(ChangeMeasure.Corrected, move.Entity), Comparison.AtMost, TestResult.Alpha),
            ],
            Effect = 1,
            Covered = facts.Count,
            Subjects = [move.Entity],
            Test = new TestResult("paired permutation", move.P, move.Q),
        };
    }

    private static Finding RankMoved(TableFacts facts, RankMove move)
    {
        Quantity before = new Quantity.Change(ChangeMeasure.OldRank, move.Entity);
        Quantity now = new Quantity.Change(ChangeMeasure.NewRank, move.Entity);
        return new Finding
        {
            Sentence = (move.NewRank == move.OldRank ? Stays : move.NewRank < move.OldRank ? Rose : Fell).With(
                ("entity", Entities(move.Entity)), ("old", Count(before, move.OldRank)), ("new", Count(now, move.NewRank)),
                ("parts", new Fill.Clauses([.. Parts(move)], ", "))),
            Checks = [new Check(now, move.NewRank == move.OldRank ? Comparison.Equal : move.NewRank < move.OldRank ? Comparison.Less : Comparison.Greater, before)],
            Effect = 1,
            Covered = facts.Count,
            Subjects = [move.Entity],
        };
    }

    private static IEnumerable<Sentence> Parts(RankMove move)
    {
        (Template, ChangeMeasure, int)[] parts =
        [
            (Leavers, ChangeMeasure.FromLeavers, move.DueToLeavers), (Scores, ChangeMeasure.FromScores, move.DueToScores),
            (Entrants, ChangeMeasure.FromEntrants, move.DueToEntrants),
        ];
        return parts.Where(static part => part.Item3 != 0)
            .Select(part => part.Item1.With(("k", Number(new Quantity.Change(part.Item2, move.Entity), part.Item3, 0, NumberStyle.Signed))));
    }
}
