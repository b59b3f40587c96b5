using System.Diagnostics;
using BenchWorker.Site;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BenchWorker;

/// <summary>Works the queue off: claims what is due, refreshes it, publishes it, answers the requests.</summary>
internal sealed partial class RefreshWorker(
    WorkQueue queue,
    BoardRegistry registry,
    BoardRefresh refresh,
    SitePublication publication,
    SitePublishers targets,
    IOptions<WorkerOptions> options,
    TimeProvider time,
    ILogger<RefreshWorker> logger)
{
    /// <summary>Boards that are due together are published together, so that a nightly refresh of hundreds makes tens of releases.</summary>
    private const int BoardsARelease = 16;

    /// <summary>One look at the queue.</summary>
    /// <returns>How many boards were due; 0 when there was nothing to do.</returns>
    public async Task<int> WorkAsync(CancellationToken ct)
    {
        await registry.SynchronizeAsync(options.Value.Debounce, ct);
        await queue.IntakeAsync(ct);
        List<Claim> claims = [];
        while (claims.Count < BoardsARelease && await queue.ClaimAsync(options.Value.Lease, ct) is { } claim)
        {
            claims.Add(claim);
            // What failed before may be what fails again; it goes alone.
            if (claim.Attempts > 1)
                break;
        }

        if (claims.Count > 0)
            await RefreshAsync(claims, ct);
        return claims.Count;
    }

    private async Task RefreshAsync(IReadOnlyList<Claim> claims, CancellationToken ct)
    {
        List<Claim> open = [.. claims];
        try
        {
            await using Lease lease = new(queue, claims, options.Value.Lease, time, ct);
            List<(Claim Claim, BoardRendering Board)> refreshed = [];
            foreach (Claim claim in claims)
            {
                if (await ComposeAsync(claim, lease.Token) is { } board)
                    refreshed.Add((claim, board));
                else
                    open.Remove(claim);
            }

            await PublishAsync(refreshed, open, lease.Token);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            foreach (Claim claim in open)
                await GiveBackAsync(claim, e, ct);
        }
    }

    /// <returns>Null when the board failed; the queue knows by then.</returns>
    private async Task<BoardRendering?> ComposeAsync(Claim claim, CancellationToken ct)
    {
        try
        {
            Board board = registry.Boards.GetValueOrDefault(claim.Board)
                ?? throw new CommandFailedException($"Board {claim.Board} is in the queue but this worker does not declare it.");
            return await refresh.RunAsync(board, ct);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            await GiveBackAsync(claim, e, ct);
            return null;
        }
    }

    private async Task PublishAsync(IReadOnlyList<(Claim Claim, BoardRendering Board)> refreshed, List<Claim> open, CancellationToken ct)
    {
        if (refreshed.Count == 0)
            return;
        long began = Stopwatch.GetTimestamp();
        Dictionary<string, long> ids = new(StringComparer.Ordinal);
        foreach (ISitePublisher target in targets.All)
        {
            (Claim, BoardRendering)[] wanted = [.. refreshed.Where(one => one.Board.Report.Board.PublishTo is { Count: 0 } or null || one.Board.Report.Board.PublishTo.Contains(target.Name, StringComparer.Ordinal))];
            PublicationRecord record = await publication.PublishAsync(target, wanted, [.. registry.Boards.Keys], ct);
            foreach ((string board, long id) in record.Ids)
                ids[board] = id;
            LogPublished(target.Name, record.Outcome.Sequence, record.Outcome.FilesWritten, record.Outcome.BytesWritten, record.Outcome.FilesKept, (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        foreach ((Claim claim, _) in refreshed)
        {
            if (await queue.CompleteAsync(claim, ids.TryGetValue(claim.Board, out long id) ? id : null, ct))
                LogRefreshed(claim.Board, claim.Token, claim.Generation);
            open.Remove(claim);
        }
    }

    private async Task GiveBackAsync(Claim claim, Exception e, CancellationToken ct)
    {
        if (ct.IsCancellationRequested)
        {
            await queue.ReleaseAsync(claim, CancellationToken.None);
            return;
        }

        bool passing = PassingFailure.Is(e);
        FailedRefresh fate = await queue.FailAsync(claim, Failure.Describe(e) ?? e.Message, passing, options.Value.MaxAttempts, ct);
        if (passing)
            LogPassed(e, claim.Board, fate);
        else
            LogFailed(e, claim.Board, claim.Attempts, fate);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Refreshed {Board}, token {Token}, generation {Generation}")]
    private partial void LogRefreshed(string board, long token, long generation);

    [LoggerMessage(Level = LogLevel.Information, Message = "Published release {Sequence} to {Target}: {Files} files ({Bytes} bytes) written, {Kept} kept, {Milliseconds} ms")]
    private partial void LogPublished(string target, long sequence, int files, long bytes, int kept, long milliseconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Refresh of {Board} was interrupted: {Fate}")]
    private partial void LogPassed(Exception e, string board, FailedRefresh fate);

    [LoggerMessage(Level = LogLevel.Error, Message = "Refresh of {Board} failed at attempt {Attempt}: {Fate}")]
    private partial void LogFailed(Exception e, string board, int attempt, FailedRefresh fate);
}
