using Npgsql;

namespace BenchWorker;

/// <summary>Shortens the wait for requests: a notification wakes the loop that waits. What is true stands in the tables, so a missed one costs a poll interval.</summary>
public sealed class WakeListener : IDisposable
{
    private readonly SemaphoreSlim wake = new(0, 1);

    /// <summary>Ends when woken or after the time, whichever is first.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken ct) => wake.WaitAsync(atMost, ct);

    public void Wake()
    {
        try
        {
            wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already awake.
        }
    }

    /// <summary>Listens on a connection of its own until it breaks. A server that froze is noticed by the keepalive.</summary>
    public async Task ListenAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        NpgsqlConnectionStringBuilder own = new(database.ConnectionString) { Pooling = false, KeepAlive = 5 };
        await using NpgsqlDataSource source = new NpgsqlDataSourceBuilder(own.ConnectionString).Build();
        await using NpgsqlConnection connection = await source.OpenConnectionAsync(ct);
        connection.Notification += (_, _) => Wake();
        await using (NpgsqlCommand listen = new("listen bench_refresh", connection))
            await listen.ExecuteNonQueryAsync(ct);
        // What was sent before this connection stood is gone; look once.
        Wake();
        while (true)
            await connection.WaitAsync(ct);
    }

    public void Dispose() => wake.Dispose();
}
