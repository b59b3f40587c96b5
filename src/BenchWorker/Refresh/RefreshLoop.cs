using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BenchWorker;

/// <summary>Looks at the queue when woken and at every poll interval, until the worker stops. A look that fails is logged and repeated after a pause.</summary>
internal sealed partial class RefreshLoop(RefreshWorker worker, WakeListener wake, IOptions<WorkerOptions> options, TimeProvider time, ILogger<RefreshLoop> logger) : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        TimeSpan pause = options.Value.PollInterval;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await worker.WorkAsync(stoppingToken) == 0)
                    await wake.WaitAsync(options.Value.PollInterval, stoppingToken);
                pause = options.Value.PollInterval;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                LogFailed(Failure.Describe(e) ?? e.ToString(), pause);
                await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Could not look at the queue; again in {Pause}: {Reason}")]
    private partial void LogFailed(string reason, TimeSpan pause);
}
