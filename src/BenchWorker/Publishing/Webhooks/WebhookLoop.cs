using Microsoft.Extensions.Hosting;

namespace BenchWorker;

/// <summary>Sends announcements beside the refreshes.</summary>
internal sealed class WebhookLoop(Webhooks webhooks) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => webhooks.SendAsync(stoppingToken);
}
