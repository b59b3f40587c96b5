using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>Where two customary rankings put an entity on different ranks because cells are missing (A5).</summary>
internal static class BoardDisagreement
{
    private static readonly Template Depends = new(FindingKinds.A5,
        "Rank depends on how missing cells count: {entity} is {a} of {n} by Borda points (a missing cell scores zero) "
        + "and {b} of {n} by mean win rate (a missing cell is skipped).");

    private const int MinEntities = 3;

    public static IEnumerable<Finding> From(TableFacts facts)
    {
        if (facts.Table.Board is not { } board)
            yield break;
        var scores = ScoreMatrix.Of(board.Scores);
        int live = scores.TasksPerModel().Count(static tasks => tasks > 0);
        if (live < MinEntities || scores.CompleteTasks().Length == scores.Tasks)
            yield break;
        var ranks = TaskRanks.Of(scores);
        int?[] borda = Ranks.Competition(ranks.Borda());
        int?[] winRate = Ranks.Competition(ranks.MeanWinRate());
        int widest = Enumerable.Range(0, scores.Models).MaxBy(i => borda[i] is { } a && winRate[i] is { } b ? Math.Abs(a - b) : -1);
        if (borda[widest] is not { } first || winRate[widest] is not { } second || first == second)
            yield break;
        string entity = board.Scores.Entities[widest];
        yield return new Finding
        {
            Sentence = Depends.With(
                ("entity", Entities(entity)), ("n", Count(new Quantity.Standing(StandingMeasure.Live), live)),
                ("a", Count(new Quantity.Standing(StandingMeasure.BordaRank, entity), first)),
                ("b", Count(new Quantity.Standing(StandingMeasure.WinRateRank, entity), second))),
            Effect = Math.Min(1, (double)Math.Abs(first - second) / (live - 1)),
            Covered = facts.Count,
            Subjects = [entity],
        };
    }
}
