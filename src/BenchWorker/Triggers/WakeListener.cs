using System.Security.Cryptography;
using Npgsql;

namespace BenchWorker;

/// <summary>Shortens the wait for requests: a notification wakes the loop that waits. What is true stands in the tables, so a missed one costs a poll interval.</summary>
public sealed class WakeListener : IDisposable
{
    /// <summary>Silence after which the server is asked for a sign of life, and again until the connection is given up: a frozen one is replaced within ten seconds.</summary>
    private const int KeepAliveSeconds = 3;

    private readonly SemaphoreSlim wake = new(0, 1);
    private bool awaited;

    /// <summary>Advisory lock that the listening connection holds: when this process dies, its claims are free as soon as the server notices, not only when their leases end.</summary>
    private readonly long alive = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));

    /// <summary>Whether somebody waits who has room for work; others are not woken for more of it.</summary>
    public bool IsAwaited
    {
        get => Volatile.Read(ref awaited);
        set => Volatile.Write(ref awaited, value);
    }

    /// <summary>Ends when woken or after the time, whichever is first.</summary>
    /// <returns>Whether it was woken.</returns>
    public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken ct) => wake.WaitAsync(atMost, ct);

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
    /// <remarks>Returns, and at once, only where a pooler stands between: the session that listens and locks would be given to others.</remarks>
    /// <param name="held">Told the key of the lock that says that this process lives, and null when it is lost.</param>
    public async Task ListenAsync(string connectionString, Action<long?> held, CancellationToken ct)
    {
        await using NpgsqlDataSource own = OwnConnection.Source(connectionString, static settings => settings.KeepAlive = KeepAliveSeconds);
        await using NpgsqlConnection connection = await own.OpenConnectionAsync(ct);
        await using (NpgsqlCommand session = new("select pg_backend_pid()", connection))
        {
            // A pooler names itself when it greets, not the server's process.
            if (await session.ExecuteScalarAsync(ct) is not int process || process != connection.ProcessID)
                return;
        }

        connection.Notification += (_, _) => Wake();
        await using (NpgsqlCommand listen = new("listen bench_refresh", connection))
            await listen.ExecuteNonQueryAsync(ct);
        try
        {
            await using (NpgsqlCommand claim = new("select pg_try_advisory_lock($1)", connection) { Parameters = { new() { Value = alive } } })
            {
                if (await claim.ExecuteScalarAsync(ct) is true)
                    held(alive);
            }

            // What was sent before this connection stood is gone; look once.
            Wake();
            while (true)
                await connection.WaitAsync(ct);
        }
        finally
        {
            held(null);
        }
    }

    public void Dispose() => wake.Dispose();
}
