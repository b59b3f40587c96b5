namespace BenchWorker.Analysis;

/// <summary>The rankings of the field, each by its published definition.</summary>
public enum RankingMethod
{
    Mean,
    AdjustedMean,
    MeanRank,
    Borda,
    MeanWinRate,
    BradleyTerry,
    Copeland,
}
