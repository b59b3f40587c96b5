using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace BenchWorker;

/// <summary>Pushes the metrics to an OTLP collector where one is configured.</summary>
internal sealed class OtlpMetrics(IOptions<TelemetryOptions> options) : IHostedService, IDisposable
{
    private MeterProvider? provider;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.OtlpEndpoint is { } endpoint)
            provider = Sdk.CreateMeterProviderBuilder().AddMeter(WorkerMetrics.MeterName).AddOtlpExporter(exporter => exporter.Endpoint = endpoint).Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => provider?.Dispose();
}
