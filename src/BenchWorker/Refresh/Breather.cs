namespace BenchWorker;

/// <summary>Gives the memory of a burst of refreshes back to the system once the burst is over: an idle worker holds what it needs to be idle.</summary>
/// <remarks>The collector would keep it, as nothing allocates any more that could set it off.</remarks>
internal sealed class Breather(TimeProvider time)
{
    /// <summary>Between boards that follow one another the pause of a collection would only be in the way.</summary>
    private static readonly TimeSpan Lull = TimeSpan.FromSeconds(2);

    private long? worked = time.GetTimestamp();

    public void Worked() => worked = time.GetTimestamp();

    /// <summary>To be called again and again while there is nothing to do.</summary>
    /// <returns>Whether memory was given back; once after each burst, and once after the start.</returns>
    public bool Rest()
    {
        if (worked is not { } last || time.GetElapsedTime(last) < Lull)
            return false;
        worked = null;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return true;
    }
}
