namespace BenchWorker.Analysis;

/// <summary>Figures of a table's structure; what First and Second index stands beside each.</summary>
public enum StructureMeasure
{
    /// <summary>R squared of row plus column averages.</summary>
    AdditiveFit,

    /// <summary>Cells far from the median-polish pattern.</summary>
    OutlierCount,

    /// <summary>Residual of (row, column).</summary>
    OutlierResidual,

    /// <summary>Kendall tau-b between columns (a, b).</summary>
    ColumnTau,

    HighestColumnTau,

    LowestColumnTau,

    /// <summary>1 where the rows' sets of present columns form a chain.</summary>
    NestedRows,

    /// <summary>Spearman correlation of column a with the mean of the others.</summary>
    RestCorrelation,

    /// <summary>Standard deviation of column a over the rows.</summary>
    ColumnDeviation,

    /// <summary>Mean over the diagonal of a square table.</summary>
    DiagonalMean,

    /// <summary>Mean of all cells off the diagonal of a square table.</summary>
    OffDiagonalMean,

    /// <summary>Mean of row a without its diagonal cell.</summary>
    CrossMean,

    /// <summary>Rows whose diagonal cell is better than the mean of their others.</summary>
    NativeBetter,

    /// <summary>Largest difference between a cell and its mirror image.</summary>
    LargestAsymmetry,

    /// <summary>Column after which row a shifts most.</summary>
    ChangePoint,

    /// <summary>Median of row a up to its change point.</summary>
    MedianBefore,

    /// <summary>Median of row a after its change point.</summary>
    MedianAfter,

    /// <summary>Rows not dominated in mean and cost.</summary>
    ParetoCount,

    /// <summary>1 where row a is on the Pareto front.</summary>
    OnPareto,

    /// <summary>Kendall tau-b between the row means of facets (Facet, First).</summary>
    FacetTau,

    /// <summary>Smallest tau-b between the full ranking by mean and those with one column left out.</summary>
    LeaveOneOutTau,

    /// <summary>Columns whose removal changes who has the best mean.</summary>
    LeaveOneOutLeaderChanges,

    /// <summary>Share of resamplings of the columns in which row a has the best mean.</summary>
    FirstShare,

    /// <summary>Cells whose Wilson interval lies below chance.</summary>
    BelowChance,

    /// <summary>Cells whose difference from chance is not significant.</summary>
    AtChance,

    /// <summary>Silhouette of the grouping of columns by agreement.</summary>
    Silhouette,

    /// <summary>Groups of columns by agreement.</summary>
    ColumnGroups,

    /// <summary>Rank of row a by Borda points.</summary>
    BordaRank,

    /// <summary>Rank of row a by mean win rate.</summary>
    WinRateRank,
}

/// <summary>Figures about what changed since the last publication.</summary>
public enum ChangeMeasure
{
    Entered,
    Left,
    OldRank,
    NewRank,
    FromLeavers,
    FromScores,
    FromEntrants,
    MeanChange,
    Corrected,
    CellsBefore,
    CellsNow,
    Gained,
    Lost,
}

/// <summary>Fields of the leaderboard.</summary>
public enum StandingMeasure
{
    Rank,
    BestRank,
    WorstRank,
    Score,
    TiedFirst,
    Ranked,
}
