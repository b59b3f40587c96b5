using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BenchWorker;

/// <summary>Health and metrics of the worker.</summary>
internal static class TelemetryServices
{
    public static HostApplicationBuilder AddTelemetry(this HostApplicationBuilder builder)
    {
        builder.Services.AddOptionsWithValidateOnStart<TelemetryOptions>().BindConfiguration(TelemetryOptions.Section).ValidateDataAnnotations();
        builder.Services.AddSingleton<PrometheusText>();
        builder.Services.AddSingleton<WorkerHealth>();
        builder.Services.AddHostedService<HealthServer>();
        builder.Services.AddHostedService<OtlpMetrics>();
        return builder;
    }
}
