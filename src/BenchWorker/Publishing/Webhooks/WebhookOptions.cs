namespace BenchWorker;

public enum WebhookKind
{
    /// <summary>Our own JSON, for programs.</summary>
    Json,
    Slack,
    Mattermost,
    Discord,
}

/// <summary>Configuration section <c>BenchWorker:Webhooks:NAME</c>: one address that is told of every publication that changed something.</summary>
public sealed class WebhookOptions
{
    public const string Section = "BenchWorker:Webhooks";

    public Uri? Url { get; set; }

    public WebhookKind Kind { get; set; }

    /// <summary>Signs the body: header <c>X-BenchWorker-Signature: sha256=HEX</c>, HMAC-SHA256 of the bytes as sent. Null for no signature.</summary>
    public string? Secret { get; set; }

    /// <summary>Slugs of the boards it wants to hear of; empty for all.</summary>
    public IList<string> Boards { get; } = [];

    /// <summary>How often a message is tried before it is given up.</summary>
    public int Tries { get; set; } = 6;
}
