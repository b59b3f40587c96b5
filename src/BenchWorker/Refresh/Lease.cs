namespace BenchWorker;

/// <summary>Keeps claims alive while their boards are worked on, and stops the work when one is lost.</summary>
internal sealed class Lease : IAsyncDisposable
{
    private readonly CancellationTokenSource lost;
    private readonly CancellationTokenSource done = new();
    private readonly Task beating;

    /// <param name="length">Renewed every third of it.</param>
    public Lease(WorkQueue queue, IReadOnlyList<Claim> claims, TimeSpan length, TimeProvider time, CancellationToken ct)
    {
        lost = CancellationTokenSource.CreateLinkedTokenSource(ct);
        beating = BeatAsync(queue, claims, length, time);
    }

    /// <summary>Cancelled when the worker stops and when a newer claim has taken a board over.</summary>
    public CancellationToken Token => lost.Token;

    public async ValueTask DisposeAsync()
    {
        await done.CancelAsync();
        await beating;
        done.Dispose();
        lost.Dispose();
    }

    private async Task BeatAsync(WorkQueue queue, IReadOnlyList<Claim> claims, TimeSpan length, TimeProvider time)
    {
        try
        {
            while (true)
            {
                await Task.Delay(length / 3, time, done.Token);
                foreach (Claim claim in claims)
                {
                    if (!await queue.HeartbeatAsync(claim, length, done.Token))
                        await lost.CancelAsync();
                }
            }
        }
        catch (OperationCanceledException) when (done.IsCancellationRequested)
        {
            // The work is done.
        }
        catch (Npgsql.NpgsqlException)
        {
            // Without the database the lease runs out and nothing can be published; the work itself will say so.
            await lost.CancelAsync();
        }
    }
}
