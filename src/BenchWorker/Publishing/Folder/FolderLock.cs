namespace BenchWorker;

/// <summary>One process at a time switches a folder. The operating system releases the lock with the process, however it ends.</summary>
internal static class FolderLock
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static async Task<IDisposable> TakeAsync(string path, TimeProvider time, CancellationToken ct)
    {
        long started = time.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException held) when (held is not DirectoryNotFoundException)
            {
                if (time.GetElapsedTime(started) > Patience)
                    throw new PublishException($"Another process has held {path} for {Patience.TotalSeconds:0} s.", held);
                await Task.Delay(Pause, time, ct);
            }
        }
    }
}
