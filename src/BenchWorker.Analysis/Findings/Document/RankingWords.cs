namespace BenchWorker.Analysis;

/// <summary>Methods and policies as they stand inside a sentence.</summary>
internal static class RankingWords
{
    /// <summary>After "by".</summary>
    public static string Of(RankingMethod method) => method switch
    {
        RankingMethod.Mean => "mean",
        RankingMethod.AdjustedMean => "adjusted mean",
        RankingMethod.MeanRank => "mean rank",
        RankingMethod.Borda => "Borda points",
        RankingMethod.MeanWinRate => "mean win rate",
        RankingMethod.BradleyTerry => "Bradley-Terry strength",
        RankingMethod.Copeland => "Copeland points",
        RankingMethod.MeanRankScaled => "scaled mean rank",
        RankingMethod.MeanRankWorst => "mean rank with gaps last",
        RankingMethod.Kemeny => "Kemeny order",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>After "ranks are by ...; ".</summary>
    public static string Of(MissingPolicy policy) => policy switch
    {
        MissingPolicy.Exclude => "missing cells are left out",
        MissingPolicy.Null => "who misses a column has no rank",
        MissingPolicy.CompleteTasks => "only columns that everybody has count",
        MissingPolicy.ImputeWorst => "a missing cell counts as the worst of its column",
        _ => "missing cells are bridged by least squares of row and column effects",
    };

    public static string Of(RunPolicy policy) => policy switch
    {
        RunPolicy.Mean => "their mean",
        RunPolicy.Latest => "the latest",
        RunPolicy.Best => "the best",
        RunPolicy.Median => "their median",
        _ => "the pinned run",
    };

    /// <summary>What a rank range is, as a sentence.</summary>
    public static string Of(IntervalKind kind) => kind switch
    {
        IntervalKind.HolmRankSet => "A rank range holds every rank that paired tests of all pairs, Holm-corrected at 5 %, leave open; all ranges hold at once.",
        IntervalKind.MaxTRankSet => "A rank range holds every rank that a bootstrap of the largest difference over all pairs leaves open at 5 %; all ranges hold at once.",
        IntervalKind.ResamplingRange => "A rank range is the central 95 % of the ranks when the columns are drawn again; it is no confidence interval.",
        _ => "",
    };
}
