using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace BenchWorker;

/// <summary>The host that every command runs in: configuration from appsettings.json, environment and command line, logging, services.</summary>
internal static class WorkerHost
{
    /// <param name="settings">Above every other source, by configuration key.</param>
    public static HostApplicationBuilder CreateBuilder(IReadOnlyDictionary<string, string?> settings)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = "benchworker" });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.UseSerilog();
        return builder;
    }
}
