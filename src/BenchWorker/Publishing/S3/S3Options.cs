namespace BenchWorker;

/// <summary>A bucket as a target.</summary>
public sealed class S3Options
{
    public required string Bucket { get; init; }

    /// <summary>Put before every key; empty, or ending in a slash.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Null for AWS itself.</summary>
    public Uri? Endpoint { get; init; }

    public string? Region { get; init; }

    /// <summary>Null for AWS's own chain: environment, profile, web identity, container, instance.</summary>
    public S3Credentials? Credentials { get; init; }

    /// <summary>The bucket stands in the path and not in the host name.</summary>
    public bool ForcePathStyle { get; init; }

    public IfMatchForm IfMatch { get; init; }

    /// <summary>Tries of one request, the first included.</summary>
    public int Tries { get; init; } = 5;

    /// <summary>Of one try.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Requests at a time.</summary>
    public int Parallel { get; init; } = 16;

    /// <summary>How long an object that the site does not need any more stays readable.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromHours(24);
}

/// <summary>Never printed.</summary>
public sealed record S3Credentials(string AccessKey, string SecretKey, string? SessionToken)
{
    public override string ToString() => nameof(S3Credentials);
}

/// <summary>How a store wants the entity tag of a conditional request.</summary>
public enum IfMatchForm
{
    /// <summary>Found out by the first publication.</summary>
    Auto,

    /// <summary>As HTTP says.</summary>
    Quoted,

    /// <summary>Ceph before version 18 compares without the quotes.</summary>
    Unquoted,
}
