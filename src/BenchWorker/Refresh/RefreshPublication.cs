using BenchWorker.Site;
using Microsoft.Extensions.Logging;

namespace BenchWorker;

/// <summary>A board that was read and composed, and waits to be published.</summary>
/// <param name="Composing">How long reading and composing took.</param>
internal sealed record RefreshedBoard(Claim Claim, BoardRendering Rendering, TimeSpan Composing);

/// <summary>Publishes refreshed boards to every target that they name, and answers their requests.</summary>
internal sealed partial class RefreshPublication(
    WorkQueue queue, SitePublication publication, SitePublishers targets, Webhooks webhooks, TimeProvider time, ILogger<RefreshPublication> logger) : IDisposable
{
    /// <summary>Lanes of one process take turns here, or each would compose a site that the other makes stale.</summary>
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>A target that fails stands in no other's way; boards that go to it stay claimed.</summary>
    /// <param name="boards">Finished ones leave the list; what is in it after a failure is still claimed.</param>
    /// <param name="slugs">Every board there is, in the order of the index.</param>
    /// <param name="answering">Told each claim just before it is answered, from when on it is nobody's.</param>
    /// <exception cref="TargetsFailedException">Boards are left over, because targets of theirs failed.</exception>
    public async Task PublishAsync(List<RefreshedBoard> boards, IReadOnlyList<string> slugs, Action<Claim> answering, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            long began = time.GetTimestamp();
            Dictionary<string, PublishedBoard> published = new(StringComparer.Ordinal);
            List<(ISitePublisher Target, Exception Failure)> failures = [];
            foreach (ISitePublisher target in targets.All)
            {
                if (await TryPublishAsync(target, boards, slugs, published, ct) is { } failure)
                    failures.Add((target, failure));
            }

            foreach (RefreshedBoard board in boards.Where(board => !failures.Exists(failed => PublishedBoards.GoesTo(board.Rendering, failed.Target))).ToArray())
            {
                answering(board.Claim);
                await CompleteAsync(board, published.GetValueOrDefault(board.Claim.Board), time.GetElapsedTime(began), ct);
                boards.Remove(board);
            }

            if (boards.Count > 0)
                throw new TargetsFailedException([.. failures.Select(static failed => (failed.Target.Name, failed.Failure))]);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    /// <returns>What happened to the target; null when it was published. A lost lease and a stopping worker are no matter of the target.</returns>
    private async Task<Exception?> TryPublishAsync(
        ISitePublisher target, IReadOnlyList<RefreshedBoard> boards, IReadOnlyList<string> slugs, Dictionary<string, PublishedBoard> published, CancellationToken ct)
    {
        RefreshedBoard[] wanted = [.. boards.Where(board => PublishedBoards.GoesTo(board.Rendering, target))];
        try
        {
            PublicationRecord record = await publication.PublishAsync(target, [.. wanted.Select(static board => (board.Claim, board.Rendering))], slugs, ct);
            foreach ((string board, long id) in record.Ids)
                published[board] = new PublishedBoard(id, record.Outcome.Sequence, record.Outcome.Changed);
            WorkerMetrics.FilesWritten.Add(record.Outcome.FilesWritten);
            WorkerMetrics.BytesWritten.Add(record.Outcome.BytesWritten);
            LogPublished(target.Name, record.Outcome.Sequence, record.Outcome.FilesWritten, record.Outcome.BytesWritten, record.Outcome.FilesKept);
            webhooks.Announce(record);
            return null;
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException or Npgsql.NpgsqlException) && Failure.Describe(e) is not null)
        {
            if (wanted.Length == 0)
                LogUnreached(target.Name, Failure.Describe(e) ?? e.Message);
            return e;
        }
    }

    private async Task CompleteAsync(RefreshedBoard board, PublishedBoard? published, TimeSpan publishing, CancellationToken ct)
    {
        if (!await queue.CompleteAsync(board.Claim, published?.Id, ct))
            return;
        WorkerMetrics.Refreshed(board.Composing, publishing, published?.Changed ?? false);
        LogRefreshed(
            board.Claim.Board, board.Claim.Token, board.Claim.Generation, published?.Id ?? 0, published is { Changed: true } ? "published" : "unchanged", published?.Sequence ?? 0,
            (long)board.Composing.TotalMilliseconds, (long)publishing.TotalMilliseconds);
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Refreshed {Board}: {Outcome}, release {Sequence}; token {Token}, generation {Generation}, publication {Publication}; composed in {Composing} ms, published in {Publishing} ms")]
    private partial void LogRefreshed(string board, long token, long generation, long publication, string outcome, long sequence, long composing, long publishing);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Published release {Sequence} to {Target}: {Files} files ({Bytes} bytes) written, {Kept} kept")]
    private partial void LogPublished(string target, long sequence, int files, long bytes, int kept);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Target {Target} keeps boards that no longer exist until it can be published to: {Reason}")]
    private partial void LogUnreached(string target, string reason);

    private sealed record PublishedBoard(long Id, long Sequence, bool Changed);
}
