namespace BenchWorker;

public enum TargetKind
{
    Folder,
    S3,
}

/// <summary>Configuration section <c>BenchWorker:Targets:NAME</c>: one place to publish to. <c>to: [NAME]</c> in a board file means it.</summary>
public sealed class TargetOptions
{
    public const string Section = "BenchWorker:Targets";

    /// <summary>May be left out: a bucket makes it S3, a folder Folder.</summary>
    public TargetKind? Kind { get; set; }

    public string? Folder { get; set; }

    public string? Bucket { get; set; }

    public string? Prefix { get; set; }

    public Uri? Endpoint { get; set; }

    public string? Region { get; set; }

    public string? AccessKey { get; set; }

    public string? SecretKey { get; set; }

    public string? SessionToken { get; set; }

    /// <summary>Default: wherever there is an endpoint.</summary>
    public bool? ForcePathStyle { get; set; }

    public IfMatchForm IfMatch { get; set; }

    public int Tries { get; set; } = 5;

    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    public int Parallel { get; set; } = 16;

    public int KeepReleases { get; set; } = 5;

    /// <summary>How many releases of the last day stay at most in a folder.</summary>
    public int MostReleases { get; set; } = 100;

    /// <summary>How many days a dated snapshot of a folder stays under its permalink; 0 makes none.</summary>
    public int SnapshotDays { get; set; } = 31;

    /// <summary>How many months the first snapshot of a month stays.</summary>
    public int SnapshotMonths { get; set; } = 1200;

    /// <summary>How long what the site does not need any more stays readable.</summary>
    public TimeSpan Grace { get; set; } = TimeSpan.FromHours(24);

    public bool IsS3 => Kind == TargetKind.S3 || (Kind is null && Bucket is not null);

    public FolderOptions ToFolder() => new() { Path = Folder ?? "", KeepReleases = KeepReleases, MostReleases = MostReleases, Grace = Grace, SnapshotDays = SnapshotDays, SnapshotMonths = SnapshotMonths };

    public S3Options ToS3() => new()
    {
        Bucket = Bucket ?? "",
        Prefix = Prefix is null or "" ? "" : Prefix.Trim('/') + "/",
        Endpoint = Endpoint,
        Region = Region,
        Credentials = AccessKey is null || SecretKey is null ? null : new S3Credentials(AccessKey, SecretKey, SessionToken),
        ForcePathStyle = ForcePathStyle ?? Endpoint is not null,
        IfMatch = IfMatch,
        Tries = Tries,
        Timeout = Timeout,
        Parallel = Parallel,
        Grace = Grace,
    };
}
