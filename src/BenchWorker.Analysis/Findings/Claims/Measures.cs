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

    /// <summary>Kendall tau-b between the row means of facets (Facet, First).</summary>
    FacetTau,

    /// <summary>Cells that can be tested against chance, in all facets.</summary>
    AgainstChance,

    /// <summary>Of those, cells significantly below it.</summary>
    BelowChance,

    /// <summary>Of those, cells whose difference from it is not significant.</summary>
    AtChance,

    /// <summary>Items on which rows a and b both show the highest possible value.</summary>
    BothAtUpper,

    /// <summary>Items on which rows a and b both show the lowest possible value.</summary>
    BothAtLower,

    /// <summary>Bands of the average of rows a and b with pairs enough to be compared.</summary>
    Bands,

    /// <summary>Of those, bands in which a is higher on average.</summary>
    BandsFirstHigher,

    /// <summary>Of those, bands in which a is significantly higher, corrected over the bands.</summary>
    BandsFirstSignificant,

    /// <summary>Groups of columns by agreement.</summary>
    ColumnGroups,

    /// <summary>1 where columns a and b are in one of those groups.</summary>
    SameGroup,

    /// <summary>Mean silhouette of those groups.</summary>
    Silhouette,

    /// <summary>Last column before the best place to split rows a and b between their leaders.</summary>
    Crossing,

    /// <summary>Column of the largest product of standard deviation and correlation with the rest.</summary>
    Discriminating,

    /// <summary>Resamplings of the rows in which that is column a.</summary>
    DiscriminatingDraws,

    /// <summary>Of win rates: pairs that share a column.</summary>
    DuelPairs,

    /// <summary>Of those, pairs in which neither side is ahead.</summary>
    LevelPairs,

    /// <summary>Of those, pairs in which one side is better in every column shared.</summary>
    SweptPairs,

    /// <summary>Three that each beat the next and the last the first.</summary>
    Circles,
}

/// <summary>Columns that two entities share, by who scores better.</summary>
public enum DuelMeasure
{
    Better,
    Equal,
    Worse,
    Shared,
}

/// <summary>Figures about what changed since the last publication; of one entity where it is named.</summary>
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
    SharedColumns,
    Corrected,
    ChangedCells,
    Gained,
    Lost,
}

/// <summary>Figures of a board's ranking; of one entity where it is named.</summary>
public enum StandingMeasure
{
    Rank,
    BestRank,
    WorstRank,
    Score,

    /// <summary>How many have a rank range that reaches 1.</summary>
    TiedFirst,

    /// <summary>How many share rank 1.</summary>
    Leaders,

    Ranked,

    /// <summary>How many have any value.</summary>
    Live,

    BordaRank,
    WinRateRank,

    /// <summary>Percent of the resamplings of the columns in which the entity has the best mean.</summary>
    FirstShare,

    /// <summary>Columns that somebody has.</summary>
    LeftOutColumns,

    /// <summary>Of those, how many leave the leader first when they are left out.</summary>
    StaysFirst,

    /// <summary>Smallest tau-b between the order by mean and those with one column left out.</summary>
    LeaveOneOutTau,

    FriedmanEntities,
    FriedmanQ,
    FriedmanP,
    KendallW,
    CriticalDifference,

    /// <summary>How many of the ranked have a known cost.</summary>
    Costed,

    /// <summary>Of those, how many are on the Pareto front of score and cost.</summary>
    OnFront,

    /// <summary>1 where the entity is on that front, 0 where another is at least as good in both and better in one.</summary>
    Undominated,
}

/// <summary>How precise a cell is, or the cells of the whole table are.</summary>
public enum PrecisionMeasure
{
    StandardError,
    RunSpread,
    Runs,
    LargestError,
    FewestRuns,
    MostRuns,
}
