using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BenchWorker;

/// <summary>
/// Looks at the queue when woken, when a glance says that something changed, and at every poll interval, until the worker stops. What is due
/// is refreshed in lanes, so that a slow board does not hold up the others. A look that fails is logged and repeated after a pause.
/// </summary>
internal sealed partial class RefreshLoop(RefreshWorker worker, WakeListener wake, Pulse pulse, IOptions<WorkerOptions> options, TimeProvider time, ILogger<RefreshLoop> logger)
    : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly List<Task> lanes = [];
    private readonly Breather breather = new(time);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host waits for the start of every service; this one may have work at once.
        await Task.Yield();
        using CancellationTokenSource ending = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        try
        {
            await LoopAsync(ending.Token);
        }
        finally
        {
            // However the loop ended, the others finish or give back what they hold.
            await ending.CancelAsync();
            await Task.WhenAll(lanes);
        }
    }

    private async Task LoopAsync(CancellationToken ct)
    {
        TimeSpan pause = options.Value.PollInterval;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await worker.LookAsync(ct);
                await FillAsync(ct);
                pulse.Beat();
                await RestAsync(ct);
                pause = options.Value.PollInterval;
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                LogFailed(Failure.Describe(e) ?? e.ToString(), pause);
                pulse.Beat();
                await Task.Delay(pause, time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    private async Task FillAsync(CancellationToken ct)
    {
        // What a lane does not catch is the end of the worker, and not of the lane alone.
        if (lanes.Find(static lane => lane.IsFaulted) is { } fatal)
            await fatal;
        if (lanes.RemoveAll(static lane => lane.IsCompletedSuccessfully) > 0)
            breather.Worked();
        while (lanes.Count < options.Value.Parallelism && await worker.ClaimAsync(ct) is { } claim)
            lanes.Add(Task.Run(() => LaneAsync(claim, ct), CancellationToken.None));
    }

    private async Task LaneAsync(Claim claim, CancellationToken ct)
    {
        try
        {
            await worker.RefreshAsync(claim, ct);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The refresh could not even tell the queue; the lease runs out and the board comes back.
            if (!ct.IsCancellationRequested)
                LogUntold(claim.Board, claim.Token, Failure.Describe(e) ?? e.ToString());
        }
        finally
        {
            wake.Wake();
        }
    }

    private async Task RestAsync(CancellationToken ct)
    {
        if (lanes.Count == 0)
            breather.Rest();
        wake.IsAwaited = lanes.Count < options.Value.Parallelism;
        await wake.WaitAsync(options.Value.PollInterval, ct);
        wake.IsAwaited = false;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Could not look at the queue; again in {Pause}: {Reason}")]
    private partial void LogFailed(string reason, TimeSpan pause);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Left {Board}, token {Token}, to the end of its lease: {Reason}")]
    private partial void LogUntold(string board, long token, string reason);
}
