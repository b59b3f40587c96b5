using System.Diagnostics.Metrics;

namespace BenchWorker;

/// <summary>What the worker counts. The meter is called <c>BenchWorker</c>; README and SETTINGS.md say how to read it.</summary>
internal static class WorkerMetrics
{
    public const string MeterName = "BenchWorker";

    private static readonly Meter Meter = new(MeterName);

    public static Counter<long> Failures { get; } = Meter.CreateCounter<long>("benchworker.refresh.failures", description: "Refreshes that failed, by fate: retried, parked or lost.");

    public static Counter<long> LostLeases { get; } = Meter.CreateCounter<long>("benchworker.lease.lost", description: "Claims that a newer one took over while this worker held them.");

    public static Counter<long> FilesWritten { get; } = Meter.CreateCounter<long>("benchworker.publish.files", description: "Files written to publishing targets.");

    public static Counter<long> BytesWritten { get; } = Meter.CreateCounter<long>("benchworker.publish.bytes", "By", "Bytes written to publishing targets.");

    public static Counter<long> DroppedFindings { get; } = Meter.CreateCounter<long>("benchworker.findings.dropped", description: "Findings of summaries that did not pass their own check and were left out.");

    public static Counter<long> Drift { get; } = Meter.CreateCounter<long>("benchworker.cells.drift", description: "Stored cells that a sweep found different from their samples.");

    private static readonly Counter<long> Refreshes = Meter.CreateCounter<long>("benchworker.refreshes", description: "Refreshes that ended well, by outcome: published or unchanged.");

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("benchworker.refresh.duration", "s", "Time of one refresh, by stage: compose or publish.");

    private static QueueFigures queue = new(0, 0, 0, 0, 0);

#pragma warning disable IDE0052, S1144 // The meter asks these; nobody else does.
    private static readonly ObservableGauge<double> OldestRequest = Meter.CreateObservableGauge("benchworker.request.oldest.age", static () => queue.OldestRequestSeconds, "s", "Age of the oldest request without a fate.");

    private static readonly ObservableGauge<long> Waiting = Meter.CreateObservableGauge("benchworker.boards.waiting", static () => queue.Waiting, description: "Boards that are due or being refreshed.");

    private static readonly ObservableGauge<long> Parked = Meter.CreateObservableGauge("benchworker.boards.parked", static () => queue.Parked, description: "Boards that failed too often and wait for a request or a change.");

    private static readonly ObservableGauge<long> Dirty = Meter.CreateObservableGauge("benchworker.marks", static () => queue.Marks, description: "Marks of changes that no worker has taken in.");

    private static readonly ObservableGauge<double> OldestTransaction = Meter.CreateObservableGauge("benchworker.transaction.oldest.age", static () => queue.OldestTransactionSeconds, "s", "Age of the oldest open transaction of the database: its rows cannot be published yet.");
#pragma warning restore IDE0052, S1144

    public static void Refreshed(TimeSpan composing, TimeSpan publishing, bool changed)
    {
        Refreshes.Add(1, new KeyValuePair<string, object?>("outcome", changed ? "published" : "unchanged"));
        Duration.Record(composing.TotalSeconds, new KeyValuePair<string, object?>("stage", "compose"));
        Duration.Record(publishing.TotalSeconds, new KeyValuePair<string, object?>("stage", "publish"));
    }

    /// <summary>The queue as it was when somebody last asked for the metrics.</summary>
    public static void Show(QueueFigures figures) => queue = figures;
}

/// <summary>The state of the queue in numbers.</summary>
internal sealed record QueueFigures(double OldestRequestSeconds, long Waiting, long Parked, long Marks, double OldestTransactionSeconds);
