using System.Threading.Channels;
using BenchWorker.Site;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace BenchWorker;

/// <summary>Tells the configured addresses what a publication changed. They are told after the switch, and never hold up a refresh.</summary>
/// <remarks>At most once: what waits when the process ends by force is lost. The site and its feeds say the same.</remarks>
internal sealed partial class Webhooks : IDisposable
{
    /// <summary>While an address is away, the newest of so many messages are kept for it.</summary>
    private const int Kept = 1_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Channel<(string Hook, Announcement Announcement)> waiting = Channel.CreateBounded<(string, Announcement)>(
        new BoundedChannelOptions(Kept) { FullMode = BoundedChannelFullMode.DropOldest });

    private readonly HttpClient client = new() { Timeout = Patience };
    private readonly WebhookList hooks;
    private readonly SiteOptions site;
    private readonly TimeProvider time;
    private readonly ILogger<Webhooks> logger;

    public Webhooks(WebhookList hooks, SiteOptions site, TimeProvider time, ILogger<Webhooks> logger) =>
        (this.hooks, this.site, this.time, this.logger) = (hooks, site, time, logger);

    /// <summary>Puts the news in the queue; nothing when the publication changed no board.</summary>
    public void Announce(PublicationRecord record)
    {
        if (!record.Outcome.Changed || record.News.Count == 0)
            return;
        Announcement announcement = new(site.Title, record.Target, record.Outcome.Sequence, [.. record.News.Select(Board)]);
        foreach ((string name, WebhookOptions hook) in hooks.Hooks)
        {
            if (announcement.For(hook.Boards) is { } wanted)
                waiting.Writer.TryWrite((name, wanted));
        }
    }

    /// <summary>Sends what comes until stopped.</summary>
    public async Task SendAsync(CancellationToken ct)
    {
        await foreach ((string hook, Announcement announcement) in waiting.Reader.ReadAllAsync(ct))
            await SendAsync(hook, announcement, ct);
    }

    /// <summary>Sends what waits; for commands that end.</summary>
    public async Task DrainAsync(CancellationToken ct)
    {
        while (waiting.Reader.TryRead(out (string Hook, Announcement Announcement) next))
            await SendAsync(next.Hook, next.Announcement, ct);
    }

    public void Dispose() => client.Dispose();

    private AnnouncedBoard Board(BoardNews news) => new(
        news.Entry.Slug, news.Entry.Title, site.BaseUrl is { } at ? new Uri(at, SitePaths.BoardFolder(news.Entry.Slug)) : null, news.Entry.DataAsOf, news.Lines);

    private async Task SendAsync(string name, Announcement announcement, CancellationToken ct)
    {
        WebhookOptions hook = hooks.Hooks[name];
        try
        {
            using HttpResponseMessage response = await Retries(hook.Tries).ExecuteAsync(
                async token =>
                {
                    using HttpRequestMessage request = WebhookBody.Request(hook, announcement);
                    return await client.SendAsync(request, token);
                },
                ct);
            if (!response.IsSuccessStatusCode)
                LogRefused(name, (int)response.StatusCode);
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !ct.IsCancellationRequested))
        {
            LogUnreached(name, e.Message);
        }
    }

    private ResiliencePipeline<HttpResponseMessage> Retries(int tries)
    {
        ResiliencePipelineBuilder<HttpResponseMessage> pipeline = new() { TimeProvider = time };
        if (tries > 1)
        {
            pipeline.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = tries - 1,
                Delay = TimeSpan.FromSeconds(1),
                MaxDelay = TimeSpan.FromMinutes(1),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = new PredicateBuilder<HttpResponseMessage>()
                    .Handle<HttpRequestException>()
                    .Handle<TaskCanceledException>()
                    .HandleResult(static response => (int)response.StatusCode is 408 or 429 or >= 500),
            });
        }

        return pipeline.Build();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Webhook {Webhook} answered {Status}; the message was given up")]
    private partial void LogRefused(string webhook, int status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Webhook {Webhook} was not reached; the message was given up: {Reason}")]
    private partial void LogUnreached(string webhook, string reason);
}
