namespace BenchWorker;

/// <summary>File locks between processes; the system frees them when their holder dies.</summary>
internal static class ClusterLock
{
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits until no other process is inside. Dispose the stream to leave.</summary>
    public static async Task<FileStream> EnterAsync(string path, CancellationToken ct)
    {
        while (true)
        {
            if (TryExclusive(path) is { } gate) return gate;
            await Task.Delay(Retry, ct);
        }
    }

    /// <summary>Says "in use" until disposed; any number of processes may say so.</summary>
    public static FileStream Share(string path)
    {
        using (File.Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite))
        {
        }

        return new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
    }

    public static bool IsFree(string path)
    {
        using FileStream? alone = TryExclusive(path);
        return alone is not null;
    }

    private static FileStream? TryExclusive(string path)
    {
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }
}
