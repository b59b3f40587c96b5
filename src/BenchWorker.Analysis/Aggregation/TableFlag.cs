namespace BenchWorker.Analysis;

public enum FlagKind
{
    /// <summary>A column holds scores of different configurations (dataset revision, prompt, shots, harness, limit).</summary>
    MixedConfiguration,

    /// <summary>One cell is made of rows that differ in something that is on no axis.</summary>
    MergedConditions,

    /// <summary>Rows of one metric disagree about which way is better; the column is not ranked.</summary>
    ContradictoryDirection,

    /// <summary>Repeated runs differ in number between entities under <see cref="RunPolicy.Best"/>; more runs raise the expected best.</summary>
    UnequalBestOf,

    /// <summary>A standard error or a sample count that cannot be was left out; the score stayed.</summary>
    ImpossibleUncertainty,

    /// <summary>Rows of a run that was declared invalid were left out.</summary>
    Quarantined,

    /// <summary>Rows whose value is no finite number; their cells are missing.</summary>
    NonFinite,

    /// <summary>Rows that name no entity or no column were left out.</summary>
    Unplaced,
}

/// <summary>What a reader must know before comparing scores of a table.</summary>
/// <param name="Subject">The column or the run that it is about; several columns in words.</param>
/// <param name="Message">One sentence; labels in it are as they came from the source and must be escaped.</param>
public sealed record TableFlag(FlagKind Kind, string Subject, string Message);
