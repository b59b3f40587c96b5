namespace BenchWorker;

/// <summary>A release under construction beside the finished ones: files that stay are linked, changed ones are written and synced.</summary>
internal sealed class ReleaseStage
{
    private readonly HashSet<string> folders = new(StringComparer.Ordinal);
    private long bytesWritten;

    private ReleaseStage(string directory) => Path = directory;

    public string Path { get; }

    public long BytesWritten => Interlocked.Read(ref bytesWritten);

    public static ReleaseStage Open(string directory)
    {
        Directory.CreateDirectory(directory);
        ReleaseStage stage = new(directory);
        stage.folders.Add(directory);
        return stage;
    }

    public void Link(string release, string path)
    {
        string existing = System.IO.Path.Combine(release, path);
        if (!File.Exists(existing))
            throw new PublishException($"{existing} is missing although its release lists it; publish every board again.");
        PosixFile.LinkOrCopy(existing, Place(path));
    }

    /// <summary>Several at a time may be written.</summary>
    public async Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        await using FileStream file = new(Place(path), FileMode.CreateNew, FileAccess.Write, FileShare.None);
        await file.WriteAsync(content, ct);
        file.Flush(flushToDisk: true);
        Interlocked.Add(ref bytesWritten, content.Length);
    }

    /// <summary>Makes names durable; what they name was synced when written.</summary>
    public void SyncFolders()
    {
        foreach (string folder in folders)
            PosixFile.SyncDirectory(folder);
    }

    /// <summary>Removes what was staged as far as that is possible; what is left is removed by a later publication.</summary>
    public void Abandon()
    {
        try
        {
            if (Directory.Exists(Path))
                Directory.Delete(Path, recursive: true);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // The failure that led here is the one to report.
        }
    }

    private string Place(string path)
    {
        string place = System.IO.Path.Combine(Path, path);
        string folder = System.IO.Path.GetDirectoryName(place) ?? Path;
        lock (folders)
        {
            for (string? each = folder; each is not null && folders.Add(each); each = System.IO.Path.GetDirectoryName(each))
                Directory.CreateDirectory(each);
        }

        return place;
    }
}
