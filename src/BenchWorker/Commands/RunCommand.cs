using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace BenchWorker;

/// <summary><c>benchworker run</c></summary>
internal static class RunCommand
{
    /// <summary>Below the time after which <see cref="CommandLine"/> ends any command.</summary>
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(25);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    public static Command Create()
    {
        Command command = new("run", "The worker: refresh on change, on schedule and on request, until stopped");
        command.SetAction(RunAsync);
        return command;
    }

    /// <summary>
    /// Replicas start together and any of them may be the first; migrating is safe for all at once. A server that is not there yet is waited for, as one
    /// that goes away later is.
    /// </summary>
    private static async Task MigrateAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        for (TimeSpan pause = TimeSpan.FromSeconds(1); ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await BenchSchema.MigrateAsync(database, ct);
                return;
            }
            catch (NpgsqlException e) when (PassingFailure.Is(e))
            {
                Terminal.Warning($"{Failure.Describe(e)} Again in {pause.TotalSeconds} s.");
                await Task.Delay(pause, ct);
            }
        }
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        HostApplicationBuilder builder = WorkerHost.CreateBuilder(parsed.Settings());
        await using ResultsConnection results = await ResultsConnection.OpenAsync(builder.Configuration, ct);
        await MigrateAsync(results.Database, ct);
        if (results.ConnectionString is { } connection)
            Terminal.Note($"No ConnectionStrings__Results, so a private Postgres keeps the results: {connection}");
        builder.AddBenchWorker(results.Database).AddTelemetry().AddSchedules(results.Source);
        builder.Services.AddSingleton(results.Source);
        builder.Services.AddSingleton<Pulse>();
        builder.Services.AddSingleton<WakeListener>();
        builder.Services.AddHostedService<WakeLoop>();
        builder.Services.AddHostedService<GlanceLoop>();
        builder.Services.AddHostedService<RefreshLoop>();
        builder.Services.AddSingleton<TablePoll>();
        builder.Services.AddHostedService<WatchLoop>();
        builder.Services.AddHostedService<WebhookLoop>();
        builder.Services.Configure<HostOptions>(static options => options.ShutdownTimeout = ShutdownTimeout);
        using IHost host = builder.Build();
        // A folder of boards that cannot be read is told at once; later edits that are not valid leave the boards of before.
        host.Services.GetRequiredService<BoardCatalog>().Current();
        Terminal.Note($"Target {string.Join(", ", host.Services.GetRequiredService<TargetList>().Places)}");
        IHostedService[] services = [.. host.Services.GetServices<IHostedService>()];
        await host.RunAsync(ct);
        // The host stops when a service fails, and on its own would call that a success.
        return services.OfType<BackgroundService>().Select(static service => service.ExecuteTask?.Exception?.InnerException).FirstOrDefault(static e => e is not null) is { } fatal
            ? throw new CommandFailedException($"The worker stopped: {Failure.Describe(fatal) ?? fatal.ToString()}", fatal)
            : ExitStatus.Done;
    }
}
