namespace BenchWorker.Analysis;

/// <summary>Why a cell has no value. Every reason but <see cref="NotApplicable"/> counts against coverage.</summary>
public enum MissingReason
{
    NotRun,
    Failed,
    NonFinite,
    NotApplicable,
    Filtered,
    PinMissing,
}
