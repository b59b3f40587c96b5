using System.Collections.Concurrent;

namespace BenchWorker;

/// <summary>Keeps claims alive while their boards are worked on, and stops the work when one is lost.</summary>
internal sealed class Lease : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Claim> claims = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource lost;
    private readonly CancellationTokenSource done = new();
    private readonly Task beating;

    /// <param name="length">Renewed every third of it.</param>
    public Lease(WorkQueue queue, TimeSpan length, TimeProvider time, CancellationToken ct)
    {
        lost = CancellationTokenSource.CreateLinkedTokenSource(ct);
        beating = BeatAsync(queue, length, time);
    }

    /// <summary>Cancelled when the worker stops and when a newer claim has taken a board over.</summary>
    public CancellationToken Token => lost.Token;

    public void Keep(Claim claim) => claims[claim.Board] = claim;

    /// <summary>To be called before the claim is answered or given back: afterwards a heartbeat would find it lost, and stop the lane's other boards.</summary>
    public void Drop(Claim claim) => claims.TryRemove(claim.Board, out _);

    public async ValueTask DisposeAsync()
    {
        await done.CancelAsync();
        await beating;
        done.Dispose();
        lost.Dispose();
    }

    private async Task BeatAsync(WorkQueue queue, TimeSpan length, TimeProvider time)
    {
        long renewed = time.GetTimestamp();
        while (!done.IsCancellationRequested)
        {
            await Task.Delay(length / 3, time, done.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await RenewAsync(queue, length);
                renewed = time.GetTimestamp();
            }
            catch (OperationCanceledException) when (done.IsCancellationRequested)
            {
                return;
            }
            catch (Npgsql.NpgsqlException) when (time.GetElapsedTime(renewed) < length)
            {
                // The database may be back before the lease runs out; until then nobody else can have the board.
            }
            catch (Npgsql.NpgsqlException)
            {
                await lost.CancelAsync();
            }
        }
    }

    private async Task RenewAsync(WorkQueue queue, TimeSpan length)
    {
        foreach (Claim claim in claims.Values)
        {
            // Between the question and the answer the work may have ended, and with it the claim.
            if (!await queue.HeartbeatAsync(claim, length, done.Token) && claims.TryGetValue(claim.Board, out Claim? kept) && kept == claim)
            {
                WorkerMetrics.LostLeases.Add(1);
                await lost.CancelAsync();
            }
        }
    }
}
