using System.Globalization;

namespace BenchWorker.Analysis;

/// <summary>One run's score of one cell, before runs are combined.</summary>
/// <param name="Value">NaN exactly when <paramref name="Missing"/> is set.</param>
internal readonly record struct RunScore(
    double Value, MissingReason? Missing = null, double? StandardError = null, long? SampleCount = null, string? Run = null, DateTimeOffset? At = null,
    long? ClusterCount = null);

/// <summary>Repeated runs of one configuration to one value, by policy.</summary>
internal static class RunCombination
{
    public static Cell Combine(IReadOnlyList<RunScore> runs, RunPolicy policy, IReadOnlyCollection<string> pinned, Direction direction)
    {
        if (policy == RunPolicy.Pinned)
            return Pin(runs, pinned);
        // All policies take a run that is alone.
        if (runs is [{ Missing: null } only])
            return Take(only);
        RunScore[] usable = [.. runs.Where(static run => run.Missing is null)];
        if (usable.Length == 0)
            return Cell.Absent(Reason(runs));
        return policy switch
        {
            RunPolicy.Latest => Take(usable.Max(ByTime)),
            RunPolicy.Best when direction == Direction.HigherIsBetter => Take(usable.Order(ByTime).MaxBy(static run => run.Value)) with { RunCount = usable.Length },
            RunPolicy.Best when direction == Direction.LowerIsBetter => Take(usable.Order(ByTime).MinBy(static run => run.Value)) with { RunCount = usable.Length },
            RunPolicy.Median => Average(usable, median: true),
            _ => Average(usable, median: false),
        };
    }

    /// <summary>Failed before anything else; not applicable only where nothing else was said.</summary>
    public static MissingReason Reason(IEnumerable<RunScore> runs)
    {
        MissingReason[] reasons = [.. runs.Select(static run => run.Missing).OfType<MissingReason>().Distinct()];
        return reasons.Length == 0 ? MissingReason.NotRun : reasons.MinBy(static reason => reason switch
        {
            MissingReason.Failed => 0,
            MissingReason.NonFinite => 1,
            MissingReason.Filtered => 2,
            MissingReason.PinMissing => 3,
            MissingReason.NotRun => 4,
            _ => 5,
        });
    }

    private static Cell Pin(IReadOnlyList<RunScore> runs, IReadOnlyCollection<string> pinned)
    {
        RunScore[] found = [.. runs.Where(run => run.Run is not null && pinned.Contains(run.Run, StringComparer.Ordinal))];
        return found.Length switch
        {
            0 => Cell.Absent(runs.Count == 0 ? MissingReason.NotRun : MissingReason.PinMissing),
            1 when found[0].Missing is { } reason => Cell.Absent(reason),
            1 => Take(found[0]),
            _ => Combine(found, RunPolicy.Mean, [], Direction.Unknown),
        };
    }

    /// <param name="run">Not missing.</param>
    public static Cell Take(RunScore run) => new(run.Value, 1, null, run.StandardError, run.SampleCount, ClusterCount: run.ClusterCount);

    private static Cell Average(RunScore[] runs, bool median)
    {
        if (runs.Length == 1)
            return Take(runs[0]);
        double[] values = [.. runs.Select(static run => run.Value)];
        double mean = StableSum.Mean(values);
        double? spread = StableSum.Deviation(values, mean);
        double value = median ? Quantiles.Linear(values, 0.5) : mean;
        return new(value, runs.Length, spread, median ? null : spread / Math.Sqrt(runs.Length), runs.Max(static run => run.SampleCount));
    }

    /// <summary>Later first by time, then by run id: as numbers where both are, else ordinal; then the score, so that row order never decides.</summary>
    private static readonly Comparer<RunScore> ByTime = Comparer<RunScore>.Create(static (a, b) =>
        Nullable.Compare(a.At, b.At) is var time and not 0 ? time
        : CompareIds(a.Run, b.Run) is var id and not 0 ? id
        : a.Value.CompareTo(b.Value) is var value and not 0 ? value
        : Nullable.Compare(a.StandardError, b.StandardError));

    private static int CompareIds(string? a, string? b) =>
        long.TryParse(a, NumberStyles.None, CultureInfo.InvariantCulture, out long first) && long.TryParse(b, NumberStyles.None, CultureInfo.InvariantCulture, out long second)
            ? first.CompareTo(second)
            : string.CompareOrdinal(a, b);
}
