using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace BenchWorker;

/// <summary>The host that every command runs in: configuration from appsettings.json, environment and command line, logging, services.</summary>
internal static class WorkerHost
{
    private const string LogLevel = $"{LogOptions.Section}:Level";

    /// <summary>Settings are read once. Left on, the host would watch every folder below the current one, and with it a published site of thousands.</summary>
    private const string ReadOnce = "--hostBuilder:reloadConfigOnChange=false";

    /// <param name="settings">Above every other source, by configuration key.</param>
    /// <param name="quiet">Whether only warnings are logged where nobody configured a level: for commands that print what they did.</param>
    public static HostApplicationBuilder CreateBuilder(IReadOnlyDictionary<string, string?> settings, bool quiet = false)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = "benchworker", Args = [ReadOnce] });
        if (quiet && builder.Configuration[LogLevel] is null)
            builder.Configuration[LogLevel] = nameof(Serilog.Events.LogEventLevel.Warning);
        builder.Configuration.AddInMemoryCollection(settings);
        builder.UseSerilog();
        return builder;
    }
}
