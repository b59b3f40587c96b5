using BenchWorker.Site;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BenchWorker;

/// <summary>Works the queue off: claims what is due, refreshes it, publishes it, answers the requests.</summary>
internal sealed partial class RefreshWorker(
    WorkQueue queue,
    BoardRegistry registry,
    BoardRefresh refresh,
    RefreshPublication publication,
    IOptions<WorkerOptions> options,
    TimeProvider time,
    ILogger<RefreshWorker> logger)
{
    /// <summary>Boards that are due together are published together, so that a nightly refresh of hundreds makes tens of releases.</summary>
    private const int BoardsARelease = 16;

    /// <summary>What is ready does not wait longer than this for a board that takes its time.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Turns what was declared, requested and changed into work.</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        await registry.SynchronizeAsync(options.Value.Debounce, ct);
        await queue.IntakeAsync(ct);
    }

    public Task<Claim?> ClaimAsync(CancellationToken ct) => queue.ClaimAsync(options.Value.Lease, ct);

    /// <summary>One look at the queue and one round of work.</summary>
    /// <returns>Whether a board was due.</returns>
    public async Task<bool> WorkAsync(CancellationToken ct)
    {
        await LookAsync(ct);
        if (await ClaimAsync(ct) is not { } claim)
            return false;
        await RefreshAsync(claim, ct);
        return true;
    }

    /// <summary>Refreshes the board, and those that are due with it, and publishes them.</summary>
    public async Task RefreshAsync(Claim first, CancellationToken ct)
    {
        await using Lease lease = new(queue, options.Value.Lease, time, ct);
        List<RefreshedBoard> ready = [];
        int count = 0;
        for (Claim? claim = first; claim is not null; claim = await NextAsync(claim, ++count, lease.Token))
        {
            lease.Keep(claim);
            Task<RefreshedBoard?> composing = ComposeAsync(claim, lease, ct);
            if (ready.Count > 0 && await Task.WhenAny(composing, Task.Delay(Patience, time, CancellationToken.None)) != composing)
                await PublishAsync(ready, lease, ct);
            if (await composing is { } board)
                ready.Add(board);
        }

        await PublishAsync(ready, lease, ct);
    }

    /// <summary>What failed before may be what fails again: it goes alone.</summary>
    private async Task<Claim?> NextAsync(Claim before, int count, CancellationToken ct) =>
        count < BoardsARelease && before.Attempts <= 1 && !ct.IsCancellationRequested ? await ClaimAsync(CancellationToken.None) : null;

    /// <returns>Null when the board failed; the queue knows by then.</returns>
    private async Task<RefreshedBoard?> ComposeAsync(Claim claim, Lease lease, CancellationToken ct)
    {
        long began = time.GetTimestamp();
        try
        {
            Board board = registry.Boards.GetValueOrDefault(claim.Board)
                ?? throw new CommandFailedException($"Board {claim.Board} is in the queue but this worker does not declare it.");
            BoardRendering rendering = await Task.Run(() => refresh.RunAsync(board, claim, lease.Token), CancellationToken.None);
            return new RefreshedBoard(claim, rendering, time.GetElapsedTime(began));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            lease.Drop(claim);
            await GiveBackAsync(claim, e, ct);
            return null;
        }
    }

    /// <summary>Publishes what is ready and empties the list, whether it went well or not.</summary>
    private async Task PublishAsync(List<RefreshedBoard> ready, Lease lease, CancellationToken ct)
    {
        if (ready.Count == 0)
            return;
        List<RefreshedBoard> open = [.. ready];
        ready.Clear();
        try
        {
            await publication.PublishAsync(open, [.. registry.Boards.Keys], lease.Drop, lease.Token);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            foreach (RefreshedBoard board in open)
            {
                lease.Drop(board.Claim);
                await GiveBackAsync(board.Claim, e, ct);
            }
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
        // A full disk or an object store that is away says nothing about the board: it is tried until the place is mended, ever more rarely.
        int attempts = PassingFailure.IsOutage(e) ? int.MaxValue : options.Value.MaxAttempts;
        string sentence = Failure.Describe(e) ?? e.Message;
        FailedRefresh fate = await queue.FailAsync(claim, sentence, passing, attempts, ct);
        WorkerMetrics.Failures.Add(1, new KeyValuePair<string, object?>("fate", fate.ToString().ToLowerInvariant()));
        if (passing)
            LogPassed(claim.Board, claim.Token, fate, sentence);
        else if (Failure.Describe(e) is not null)
            LogFailed(claim.Board, claim.Token, claim.Attempts, fate, sentence);
        else
            LogDefect(e, claim.Board, claim.Token, claim.Attempts, fate);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Refresh of {Board}, token {Token}, was interrupted ({Fate}): {Reason}")]
    private partial void LogPassed(string board, long token, FailedRefresh fate, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Refresh of {Board}, token {Token}, failed at attempt {Attempt} ({Fate}): {Reason}")]
    private partial void LogFailed(string board, long token, int attempt, FailedRefresh fate, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Refresh of {Board}, token {Token}, failed at attempt {Attempt} ({Fate})")]
    private partial void LogDefect(Exception e, string board, long token, int attempt, FailedRefresh fate);
}
