namespace BenchWorker.Analysis;

/// <summary>Everything that a leaderboard's order depends on beside the scores: what a board chooses and its page prints.</summary>
public sealed record RankingPolicy(RankingMethod Method)
{
    public MissingPolicy Missing { get; init; } = MissingPolicy.Exclude;

    /// <summary>Share of the live columns an entity needs to be ranked, in [0, 1].</summary>
    public double MinCoverage { get; init; }

    /// <summary>How columns weigh in a mean; the other methods do not weigh.</summary>
    public MeanKind Mean { get; init; } = MeanKind.Weighted;

    /// <summary>The scale on which scores are averaged; of the means only, because ranks do not change with it.</summary>
    public ScoreScale Scale { get; init; } = ScoreScale.Raw;

    public PairScope Pairs { get; init; } = PairScope.None;

    /// <summary>Whether scores themselves are averaged, and not ranks or wins.</summary>
    internal bool Averages => Method is RankingMethod.Mean or RankingMethod.AdjustedMean;
}

/// <summary>How columns weigh in a mean.</summary>
public enum MeanKind
{
    /// <summary>By the weight that the board or the source gives each column, 1 where none is given.</summary>
    Weighted,

    /// <summary>All columns alike.</summary>
    Macro,

    /// <summary>By the number of samples of the column.</summary>
    Micro,

    /// <summary>The mean over groups of columns of the mean within each group.</summary>
    Grouped,
}

/// <summary>The scale that scores are brought to before they are averaged.</summary>
public enum ScoreScale
{
    Raw,

    /// <summary>0 = worst of the pool, 1 = best of the pool, column by column.</summary>
    MinMax,

    /// <summary>Standard deviations from the pool's mean, column by column.</summary>
    ZScore,

    /// <summary>0 = guessing, 1 = the best possible, by the metric's declared chance level and limit.</summary>
    ChanceCorrected,
}
