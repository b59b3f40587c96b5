using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BenchWorker;

/// <summary>Serves <c>/health/startup</c>, <c>/health/live</c>, <c>/health/ready</c> and <c>/metrics</c> where an address is configured.</summary>
internal sealed class HealthServer(WorkerHealth health, PrometheusText metrics, IOptions<TelemetryOptions> options) : IHostedService, IAsyncDisposable
{
    private WebApplication? server;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Listen is not { Length: > 0 } address)
            return;
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(address);
        server = builder.Build();
        server.Run(AnswerAsync);
        try
        {
            await server.StartAsync(cancellationToken);
        }
        catch (IOException e)
        {
            throw new CommandFailedException($"{TelemetryOptions.Section}:Listen {address} cannot be served: {e.Message}", e);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => server?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
    }

    private Task AnswerAsync(HttpContext context) => context.Request.Path.Value switch
    {
        "/health/startup" => SayAsync(context, health.Startup()),
        "/health/live" => SayAsync(context, health.Live()),
        "/health/ready" => ReadyAsync(context),
        "/metrics" => MetricsAsync(context),
        _ => WriteAsync(context, StatusCodes.Status404NotFound, "text/plain; charset=utf-8", "/health/startup, /health/live, /health/ready, /metrics\n"),
    };

    private async Task ReadyAsync(HttpContext context) => await SayAsync(context, await health.ReadyAsync(context.RequestAborted));

    private async Task MetricsAsync(HttpContext context)
    {
        await health.MeasureAsync(context.RequestAborted);
        await WriteAsync(context, StatusCodes.Status200OK, "text/plain; version=0.0.4; charset=utf-8", metrics.Write());
    }

    /// <param name="trouble">Null when all is well.</param>
    private static Task SayAsync(HttpContext context, string? trouble) =>
        WriteAsync(context, trouble is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, "text/plain; charset=utf-8", $"{trouble ?? "ok"}\n");

    private static Task WriteAsync(HttpContext context, int status, string type, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        return context.Response.WriteAsync(text, context.RequestAborted);
    }
}
