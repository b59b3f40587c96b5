using System.ComponentModel.DataAnnotations;

namespace BenchWorker;

/// <summary>Configuration section <c>BenchWorker:Worker</c>: how the worker looks for work.</summary>
public sealed class WorkerOptions
{
    public const string Section = "BenchWorker:Worker";

    /// <summary>How often the queue is looked at even when no notification came. Notifications only shorten the wait.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How often one cheap question asks whether anything changed or is due, between two looks at the queue.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")]
    public TimeSpan Glance { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How long changed data waits for more changes before its boards are refreshed; a board file may say otherwise.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan Debounce { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a claim on a board holds without a heartbeat, by the database's clock.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:30:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>After so many failures of one board its requests have failed, and it waits for a new request or change.</summary>
    [Range(1, 100)]
    public int MaxAttempts { get; set; } = 8;

    /// <summary>How many boards are read and composed at once.</summary>
    [Range(1, 64)]
    public int Parallelism { get; set; } = Environment.ProcessorCount;

    /// <summary>Whether a connection of its own listens for requests. Behind a pooler, which takes no LISTEN, the glances remain.</summary>
    public bool Listen { get; set; } = true;
}
