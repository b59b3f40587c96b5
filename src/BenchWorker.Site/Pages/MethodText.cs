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
        _ => throw new UnreachableException(),
    };

    public static string Explanation(RankingMethod method) => method switch
    {
        RankingMethod.Mean => "The mean of an entity’s scores over the columns.",
        RankingMethod.AdjustedMean => "Least squares of an entity effect plus a column effect; what the mean would be if every column had been measured.",
        RankingMethod.MeanRank => "The mean of an entity’s ranks within each column; ties share the mean of their ranks. Lower is better.",
        RankingMethod.Borda => "In each column an entity earns one point for every entity it beats and half a point for every tie.",
        RankingMethod.MeanWinRate => "The share of other entities beaten, averaged over the columns.",
        RankingMethod.BradleyTerry => "Strengths that best explain who beat whom in every column, by maximum likelihood.",
        RankingMethod.Copeland => "Entities beaten in a majority of the columns they share, less entities that beat it.",
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
