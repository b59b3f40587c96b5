using Microsoft.Extensions.Logging;

namespace BenchWorker;

/// <summary>One publisher a target, in ordinal order of name.</summary>
internal sealed class SitePublishers(TargetList targets, TimeProvider time, ILoggerFactory loggers) : IDisposable
{
    public IReadOnlyList<ISitePublisher> All { get; } = [.. targets.Targets.Select(target => Open(target.Key, target.Value, time, loggers))];

    public void Dispose()
    {
        foreach (S3Publisher bucket in All.OfType<S3Publisher>())
            bucket.Dispose();
    }

    private static ISitePublisher Open(string name, TargetOptions target, TimeProvider time, ILoggerFactory loggers) => target.IsS3
        ? new S3Publisher(name, target.ToS3(), time, loggers.CreateLogger<S3Publisher>())
        : new FolderPublisher(name, target.ToFolder(), time);
}
