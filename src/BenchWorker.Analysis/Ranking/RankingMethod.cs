namespace BenchWorker.Analysis;

/// <summary>The rankings of the field, each by its published definition.</summary>
public enum RankingMethod
{
    Mean,
    AdjustedMean,

    /// <summary>Mean over the columns present of the rank in each.</summary>
    MeanRank,
    Borda,
    MeanWinRate,
    BradleyTerry,
    Copeland,

    /// <summary>Mean of (rank - 1) / (n - 1): comparable between columns of few and of many.</summary>
    MeanRankScaled,

    /// <summary>Mean rank in which those that miss a column share the ranks after its last.</summary>
    MeanRankWorst,

    /// <summary>The order that overrules the fewest pairwise wins, exactly; for few entities.</summary>
    Kemeny,
}
