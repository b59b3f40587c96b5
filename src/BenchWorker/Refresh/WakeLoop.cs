using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BenchWorker;

/// <summary>Keeps listening for requests. While no connection stands, the glances alone wake the worker.</summary>
internal sealed partial class WakeLoop(ResultsSource source, WakeListener wake, WorkQueue queue, IOptions<WorkerOptions> options, TimeProvider time, ILogger<WakeLoop> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (options.Value.Listen && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await wake.ListenAsync(source.Direct, held => queue.AliveLock = held, stoppingToken);
                LogPooled();
                return;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                LogLost(Failure.Describe(e) ?? e.ToString());
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Polling for requests: a pooler stands before the server, and sessions behind it cannot listen. ConnectionStrings__Direct may lead past it")]
    private partial void LogPooled();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not listening for requests, polling goes on: {Reason}")]
    private partial void LogLost(string reason);
}
