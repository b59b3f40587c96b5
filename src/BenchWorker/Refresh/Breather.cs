namespace BenchWorker;

/// <summary>Gives the memory of a burst of refreshes back to the system once the burst is over: an idle worker holds what it needs to be idle.</summary>
/// <remarks>The collector would keep it, as nothing allocates any more that could set it off, and the C library's heap keeps its own.</remarks>
internal sealed class Breather(TimeProvider time)
{
    /// <summary>
    /// Pauses after the last work. Between boards that follow one another a collection would only be in the way; and the runtime's pools give up arrays
    /// only at a second collection, when they lay unused for a minute.
    /// </summary>
    private static readonly TimeSpan[] Lulls = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(75)];

    /// <summary>For a worker that never comes to rest: its arenas grew by 2 MB a minute, to no end that was seen.</summary>
    private static readonly TimeSpan LongestBreath = TimeSpan.FromMinutes(1);

    /// <summary>In bytes. On a machine with a large cache the collector would let an idle worker fill a hundred times as much, looking at its queue.</summary>
    private const long Litter = 8 << 20;

    private long worked = time.GetTimestamp();
    private long trimmed = time.GetTimestamp();
    private long littered;
    private int rests;

    /// <summary>Bytes that this process ever allocated.</summary>
    public Func<long> Allocated { get; init; } = static () => GC.GetTotalAllocatedBytes();

    /// <summary>To be called after each piece of work.</summary>
    /// <returns>Whether native memory was given back, once a minute.</returns>
    public bool Worked()
    {
        worked = time.GetTimestamp();
        rests = 0;
        if (time.GetElapsedTime(trimmed) < LongestBreath)
            return false;
        Trim();
        return true;
    }

    /// <summary>To be called again and again while there is nothing to do.</summary>
    /// <returns>Whether memory was given back; twice after each burst and after the start, and then when idling has littered.</returns>
    public bool Rest()
    {
        if (rests < Lulls.Length ? time.GetElapsedTime(worked) < Lulls[rests] : Allocated() - littered < Litter)
            return false;
        rests = Math.Min(rests + 1, Lulls.Length);
        littered = Allocated();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        Trim();
        return true;
    }

    private void Trim()
    {
        trimmed = time.GetTimestamp();
        NativeHeap.Trim();
    }
}
