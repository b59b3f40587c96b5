namespace BenchWorker.Analysis;

/// <summary>Ranks [Best, Worst] an entity may hold, both included, 1 = first.</summary>
public readonly record struct RankInterval(int Best, int Worst);

/// <summary>How rank intervals were made.</summary>
public enum IntervalKind
{
    None,

    /// <summary>Simultaneous rank sets at 95 %: all pairs tested on common columns, corrected by Holm.</summary>
    HolmRankSet,

    /// <summary>Simultaneous rank sets at 95 %: studentised bootstrap maximum over all pairs.</summary>
    MaxTRankSet,

    /// <summary>Central 95 % of the ranks when columns are resampled: not a confidence interval.</summary>
    ResamplingRange,
}

/// <summary>One row of a leaderboard.</summary>
public sealed record Standing
{
    public required string Entity { get; init; }

    /// <summary>Competition rank ("1224"), 1 = first; entities with equal scores share it. Null when not ranked.</summary>
    public int? Rank { get; init; }

    /// <summary>Ranks that the data cannot tell apart from <see cref="Rank"/>; null when no test was possible.</summary>
    public RankInterval? Interval { get; init; }

    /// <summary>The ranking's score, oriented as the metric is reported; null when there is none.</summary>
    public double? Score { get; init; }

    /// <summary>Standard error of <see cref="Score"/> over columns; null when unknown.</summary>
    public double? StandardError { get; init; }

    /// <summary>Standard error of <see cref="Score"/> with the columns fixed, from the errors of the cells; null when one of them is unknown.</summary>
    public double? SamplingError { get; init; }

    /// <summary>Columns with a value.</summary>
    public required int Present { get; init; }

    /// <summary>Columns that count for coverage.</summary>
    public required int Columns { get; init; }

    /// <summary>Why there is no rank, as a phrase ("coverage 61 %"); null when ranked.</summary>
    public string? NotRanked { get; init; }

    /// <summary>Share of columns with a value, in [0, 1]; 0 where no column counts.</summary>
    public double Coverage => Columns == 0 ? 0 : (double)Present / Columns;
}

/// <summary>Who stands where, by one method and one policy, both named.</summary>
public sealed record Leaderboard
{
    public required RankingMethod Method { get; init; }

    public required MissingPolicy Missing { get; init; }

    /// <summary>What its scores are: a mean that bridges missing cells is the adjusted mean, whatever the board calls it.</summary>
    public RankingMethod ScoredBy => this is { Method: RankingMethod.Mean, Missing: MissingPolicy.Additive } ? RankingMethod.AdjustedMean : Method;

    public required double MinCoverage { get; init; }

    /// <summary>How columns weighed in the mean; null where the method takes none.</summary>
    public MeanKind? Mean { get; init; }

    /// <summary>The scale that scores were averaged on; null where the method averages none.</summary>
    public ScoreScale? Scale { get; init; }

    /// <summary>Of every random draw behind the intervals.</summary>
    public ulong Seed { get; init; }

    /// <summary>What <see cref="Standing.Interval"/> means here.</summary>
    public IntervalKind Intervals { get; init; }

    /// <summary>The test of pairs behind <see cref="IntervalKind.HolmRankSet"/>; null under any other kind.</summary>
    public PairTestKind? Test { get; init; }

    /// <summary>Null where they were not asked for, below two ranked, and for a ranking that is no sum over columns.</summary>
    public RankedPairs? Pairs { get; init; }

    /// <summary>What a reader must know of this ranking, as sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Ranked entities by rank, equal ranks by ordinal name, then the unranked by ordinal name.</summary>
    public required IReadOnlyList<Standing> Standings { get; init; }
}
