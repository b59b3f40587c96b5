namespace BenchWorker.Analysis;

/// <summary>What each task adds to each model under a ranking that is a sum or a mean over tasks: what replicates are drawn of.</summary>
/// <param name="Scores">Higher is better; NaN adds nothing and is not counted.</param>
/// <param name="Divide">Whether the ranking is a mean over the tasks present, and not a sum.</param>
/// <param name="Weights">One per task, not negative; null weighs all alike.</param>
internal sealed record RankTerms(ScoreMatrix Scores, bool Divide, IReadOnlyList<double>? Weights = null)
{
    /// <returns>Null for a ranking that is no such sum, or has none here.</returns>
    public static RankTerms? Of(RankingMethod method, ScoreMatrix scores, double[]? weights) => method switch
    {
        RankingMethod.Mean => new(scores, Divide: true, weights),
        RankingMethod.AdjustedMean => new(AdditiveModel.Fit(scores).WithoutTaskEffects(scores), Divide: true),
        RankingMethod.MeanRank or RankingMethod.MeanRankWorst => new(TaskRanks.Of(scores).NegatedRanks(), Divide: true),
        RankingMethod.MeanRankScaled or RankingMethod.MeanWinRate => new(TaskRanks.Of(scores).WinRates(), Divide: true),
        RankingMethod.Borda => new(TaskRanks.Of(scores).BordaPoints(), Divide: false),
        RankingMethod.BradleyTerry when BradleyTerry.Fit(PairWins.On(scores)) is { } fit => new(BradleyTerryCovariance.OneStepTerms(fit, scores), Divide: false),
        _ => null,
    };
}
