namespace BenchWorker.Analysis;

/// <summary>One entity's score in one column, after repeated runs were combined.</summary>
/// <param name="Value">In the column's unit; NaN exactly when <paramref name="Missing"/> is set.</param>
/// <param name="RunCount">How many runs stand behind the value.</param>
/// <param name="RunSpread">Standard deviation over runs, n - 1; null below two runs.</param>
/// <param name="StandardError">Of <paramref name="Value"/>; null when unknown.</param>
/// <param name="SampleCount">Samples behind the value; null when unknown.</param>
/// <param name="ClusterCount">Clusters of those samples, which the standard error counts; null when there are none.</param>
/// <remarks>A class, because nine in ten cells of a sparse table are one and the same absent cell.</remarks>
public sealed record Cell(
    double Value, int RunCount = 1, double? RunSpread = null, double? StandardError = null, long? SampleCount = null, MissingReason? Missing = null, long? ClusterCount = null)
{
    public bool HasValue => Missing is null;

    /// <summary>Of <see cref="StandardError"/>: by runs where it is of their spread, else by clusters or by few samples; null where it is known well.</summary>
    public long? DegreesOfFreedom => RunSpread is null ? IntervalWidth.DegreesOfFreedom(SampleCount, ClusterCount) : RunCount - 1;

    public static Cell Absent(MissingReason reason = MissingReason.NotRun) => new(double.NaN, RunCount: 0, Missing: reason);
}
