using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>Methods and policies as they stand inside a sentence.</summary>
internal static class RankingWords
{
    /// <summary>After "by".</summary>
    public static string Of(Leaderboard board) => Of(board.ScoredBy);

    private static string Of(RankingMethod method) => method switch
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

    private static readonly Template TestedPairs = new(FindingKinds.Document,
        "A rank range holds every rank that paired tests of all pairs, Holm-corrected at {alpha} %, leave open; all ranges hold at once.");

    private static readonly Template LargestDifference = new(FindingKinds.Document,
        "A rank range holds every rank that a bootstrap of the largest difference over all pairs leaves open at {alpha} %; all ranges hold at once.");

    private static readonly Template Drawn = new(FindingKinds.Document,
        "A rank range is the central {level} % of the ranks when the columns are drawn again; it is no confidence interval.");

    /// <summary>What a rank range is; null where there are none.</summary>
    public static Sentence? Of(IntervalKind kind) => kind switch
    {
        IntervalKind.HolmRankSet => TestedPairs.With(("alpha", Given(100 * TestResult.Alpha))),
        IntervalKind.MaxTRankSet => LargestDifference.With(("alpha", Given(100 * TestResult.Alpha))),
        IntervalKind.ResamplingRange => Drawn.With(("level", Given(100 * (1 - TestResult.Alpha)))),
        _ => null,
    };
}
