using BenchWorker.Site;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BenchWorker;

/// <summary>Polls, each at its own pace, the tables of boards that watch without a trigger. A table that cannot be polled is told once; the others go on.</summary>
internal sealed partial class WatchLoop(TablePoll poll, BoardRegistry registry, WakeListener wake, IOptions<WorkerOptions> options, TimeProvider time, ILogger<WatchLoop> logger) : BackgroundService
{
    private readonly Dictionary<string, long> polled = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> told = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (Board board in registry.Boards.Values.Where(IsDue))
                await PollAsync(board, stoppingToken);
            await Task.Delay(options.Value.PollInterval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private bool IsDue(Board board) =>
        board.Refresh.Watch is { By: not WatchBy.Trigger } watch && (!polled.TryGetValue(board.Slug, out long last) || time.GetElapsedTime(last) >= watch.Every);

    private async Task PollAsync(Board board, CancellationToken ct)
    {
        if (board.Refresh.Watch is not { } watch)
            return;
        polled[board.Slug] = time.GetTimestamp();
        try
        {
            if (await poll.PollAsync(board.Slug, watch, ct))
                wake.Wake();
            told.Remove(board.Slug);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The worker stops.
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            string reason = Failure.Describe(e) ?? e.ToString();
            if (told.GetValueOrDefault(board.Slug) != reason)
                LogFailed(board.Slug, watch.Table, reason);
            told[board.Slug] = reason;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not poll {Table} for board {Board}: {Reason}")]
    private partial void LogFailed(string board, string table, string reason);
}
