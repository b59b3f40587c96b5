using System.ComponentModel.DataAnnotations;

namespace BenchWorker;

/// <summary>Configuration section <c>BenchWorker:Worker</c>: how the worker looks for work.</summary>
public sealed class WorkerOptions
{
    public const string Section = "BenchWorker:Worker";

    /// <summary>How often the queue is looked at even when no notification came. Notifications only shorten the wait.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long changed data waits for more changes before its boards are refreshed; a board file may say otherwise.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan Debounce { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a claim on a board holds without a heartbeat, by the database's clock.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:30:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>After so many failures of one board its requests have failed, and it waits for a new request or change.</summary>
    [Range(1, 100)]
    public int MaxAttempts { get; set; } = 8;
}
