namespace BenchWorker;

/// <summary>When the worker last looked at its queue, whether the look went well or not: a loop that beats is alive.</summary>
internal sealed class Pulse(TimeProvider time)
{
    private long last = time.GetTimestamp();

    /// <summary>True once the queue was looked at.</summary>
    public bool Started { get; private set; }

    public TimeSpan Age => time.GetElapsedTime(Interlocked.Read(ref last));

    public void Beat()
    {
        Interlocked.Exchange(ref last, time.GetTimestamp());
        Started = true;
    }
}
