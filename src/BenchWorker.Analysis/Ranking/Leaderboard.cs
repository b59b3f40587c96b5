namespace BenchWorker.Analysis;

/// <summary>Ranks [Best, Worst] an entity may hold, both included, 1 = first.</summary>
public readonly record struct RankInterval(int Best, int Worst);

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

    public required double MinCoverage { get; init; }

    /// <summary>Ranked entities by rank, equal ranks by ordinal name, then the unranked by ordinal name.</summary>
    public required IReadOnlyList<Standing> Standings { get; init; }
}
