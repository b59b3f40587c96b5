using System.Diagnostics;
using BenchWorker.Analysis;

namespace BenchWorker.Site;

/// <summary>The words for rankings, policies and reasons: keys as data files carry them, names and explanations as pages print them.</summary>
internal static class MethodText
{
    public static string Key(Enum? value) => value is null ? "" : Kebab(value.ToString());

    public static string Name(RankingMethod method) => method switch
    {
        RankingMethod.Mean => "Mean",
        RankingMethod.AdjustedMean => "Adjusted mean",
        RankingMethod.MeanRank => "Mean rank",
        RankingMethod.Borda => "Borda count",
        RankingMethod.MeanWinRate => "Mean win rate",
        RankingMethod.BradleyTerry => "Bradley–Terry",
        RankingMethod.Copeland => "Copeland",
        RankingMethod.MeanRankScaled => "Scaled mean rank",
        RankingMethod.MeanRankWorst => "Mean rank, missing last",
        RankingMethod.Kemeny => "Kemeny",
        _ => throw new UnreachableException(),
    };

    public static string Explanation(RankingMethod method) => method switch
    {
        RankingMethod.Mean => "The mean of an entity’s scores over the columns.",
        RankingMethod.AdjustedMean => "Least squares of an entity effect plus a column effect; what the mean would be if every column had been measured.",
        RankingMethod.MeanRank => "The mean of an entity’s ranks within each column; ties share the mean of their ranks. Lower is better.",
        RankingMethod.Borda => "In each column an entity earns the number of all entities less its rank among those measured there; ties share the mean of their ranks, and a missing column earns nothing. This is MTEB’s rule.",
        RankingMethod.MeanWinRate => "The share of other entities beaten in a column, a tie counting half, averaged over the columns that the entity has. This is HELM’s rule.",
        RankingMethod.BradleyTerry => "Strengths that best explain who beat whom in every column, by maximum likelihood, on the Elo scale around 1000; the standard error takes each column as one cluster.",
        RankingMethod.Copeland => "Entities beaten in a majority of the columns they share, less entities that beat it.",
        RankingMethod.MeanRankScaled => "The mean of (rank − 1) / (entities in the column − 1): 0 is always first, 1 always last. Lower is better.",
        RankingMethod.MeanRankWorst => "The mean rank, where those that miss a column share the ranks after its last. Lower is better.",
        RankingMethod.Kemeny => "The place in the one order that overrules the fewest wins of one entity over another, found exactly. Lower is better.",
        _ => throw new UnreachableException(),
    };

    public static string Explanation(MissingPolicy policy) => policy switch
    {
        MissingPolicy.Exclude => "A mean runs over the columns that were measured; means over different columns are not strictly comparable.",
        MissingPolicy.Null => "No mean unless every column was measured.",
        MissingPolicy.CompleteTasks => "Only columns that every ranked entity was measured on count.",
        MissingPolicy.ImputeWorst => "A missing cell counts as the worst score observed in its column.",
        MissingPolicy.Additive => "Missing cells are accounted for by column effects, estimated by least squares.",
        _ => throw new UnreachableException(),
    };

    public static string Explanation(MeanKind kind) => kind switch
    {
        MeanKind.Weighted => "Every column weighs what the board or the source says, 1 where they say nothing.",
        MeanKind.Macro => "All columns weigh alike.",
        MeanKind.Micro => "A column weighs as much as it has samples.",
        MeanKind.Grouped => "The mean over groups of columns of the mean within each group.",
        _ => throw new UnreachableException(),
    };

    public static string Explanation(PairTestKind test) => test switch
    {
        PairTestKind.Permutation => $"The test is the paired permutation of signs, exact up to {PermutationTest.MaxExact} columns, else {PermutationTest.DefaultDraws} draws, corrected by Holm.",
        PairTestKind.Wilcoxon => "The test is Wilcoxon’s signed-rank test, ties included, corrected by Holm.",
        _ => throw new UnreachableException(),
    };

    public static string Explanation(ScoreScale scale) => scale switch
    {
        ScoreScale.Raw => "Scores are averaged as they are.",
        ScoreScale.MinMax => "In every column the worst entity counts as 0 and the best as 1.",
        ScoreScale.ZScore => "In every column a score counts as its distance from the mean of all entities, in standard deviations (divided by n).",
        ScoreScale.ChanceCorrected => "In every column guessing counts as 0 and the best possible score as 1.",
        _ => throw new UnreachableException(),
    };

    public static string Explanation(RunPolicy policy) => policy switch
    {
        RunPolicy.Mean => "Repeated runs are averaged.",
        RunPolicy.Latest => "The latest run counts.",
        RunPolicy.Best => "The best run counts, which favours entities that were run more often.",
        RunPolicy.Median => "The median of repeated runs counts.",
        RunPolicy.Pinned => "Only pinned runs count.",
        _ => throw new UnreachableException(),
    };

    public static string Phrase(MissingReason reason) => reason switch
    {
        MissingReason.NotRun => "not run",
        MissingReason.Failed => "failed",
        MissingReason.NonFinite => "not a finite number",
        MissingReason.NotApplicable => "not applicable",
        MissingReason.Filtered => "left out",
        MissingReason.PinMissing => "no pinned run",
        _ => throw new UnreachableException(),
    };

    /// <summary>What made the spans of ranks, as the subject of "cannot tell apart".</summary>
    public static string Phrase(IntervalKind kind) => kind switch
    {
        IntervalKind.HolmRankSet => "paired tests at 95\u00a0%",
        IntervalKind.MaxTRankSet => "simultaneous intervals at 95\u00a0%",
        IntervalKind.ResamplingRange => "resampling the columns",
        IntervalKind.None => "the data",
        _ => throw new UnreachableException(),
    };

    public static string Phrase(Direction direction) => direction switch
    {
        Direction.HigherIsBetter => "higher is better",
        Direction.LowerIsBetter => "lower is better",
        _ => "no direction known",
    };

    private static string Kebab(string pascal) =>
        string.Concat(pascal.Select(static (c, i) => char.IsUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));
}
